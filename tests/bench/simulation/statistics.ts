/** What is estimated of one learner on one dimension after some cases, beside the truth. */
export type Estimate = { truth: number; mean: number; sd: number }

/** What is said of one learner on one dimension, beside the truth. */
export type Claimed = { truth: number; claim: 'exposed' | 'strong' | null }

const Z_OF_90_PERCENT = 1.6448536269514722

export function meanOf(values: ReadonlyArray<number>): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

export function correlation(estimates: ReadonlyArray<Pick<Estimate, 'truth' | 'mean'>>): number {
  const truth = meanOf(estimates.map((estimate) => estimate.truth))
  const mean = meanOf(estimates.map((estimate) => estimate.mean))
  let [both, ofTruth, ofMean] = [0, 0, 0]
  for (const estimate of estimates) {
    both += (estimate.truth - truth) * (estimate.mean - mean)
    ofTruth += (estimate.truth - truth) ** 2
    ofMean += (estimate.mean - mean) ** 2
  }
  return both / Math.sqrt(ofTruth * ofMean)
}

/** Root of the mean squared error. */
export function rmse(estimates: ReadonlyArray<Estimate>): number {
  return Math.sqrt(meanOf(estimates.map(({ truth, mean }) => (truth - mean) ** 2)))
}

/** The same for any scale: what is left after the best straight line from it to the truth. */
export function rmseAfterLine(estimates: ReadonlyArray<Pick<Estimate, 'truth' | 'mean'>>): number {
  const truth = meanOf(estimates.map((estimate) => estimate.truth))
  const variance = meanOf(estimates.map((estimate) => (estimate.truth - truth) ** 2))
  return Math.sqrt(variance * (1 - correlation(estimates) ** 2))
}

/** The part of the truths that lie within their 90 % interval. */
export function coverage(estimates: ReadonlyArray<Estimate>): number {
  return meanOf(estimates.map(({ truth, mean, sd }) => (Math.abs(truth - mean) <= Z_OF_90_PERCENT * sd ? 1 : 0)))
}

/** How many are claimed to be strong or exposed, and which part of those claims is not true of them. */
export function claimsAmong(
  estimates: ReadonlyArray<Claimed>,
  cuts: { exposed: number; strong: number },
): { claimed: number; false: number } {
  const claims = estimates.filter(({ claim }) => claim !== null)
  const wrong = claims.filter(({ truth, claim }) =>
    claim === 'exposed' ? truth >= cuts.exposed : truth <= cuts.strong,
  )
  return {
    claimed: claims.length / estimates.length,
    false: claims.length === 0 ? 0 : wrong.length / claims.length,
  }
}
