import { type Belief, missing, PRIOR } from './belief.ts'

/** What remains of what is known when a learner goes on to another case, and over thirty idle days. */
const KEPT_BY_CASE = 0.98
const KEPT_BY_THIRTY_DAYS = 0.99

/**
 * Pure. What is known ages towards the prior, since people change (uncertainty grows when idle, as in Glickman 1999). The
 * mean stays; no direction gets more uncertain than the prior, and an idle time split in two changes nothing.
 * @param idleDays at least 0, fractions included
 */
export function aged(belief: Belief, toAnotherCase: boolean, idleDays: number): Belief {
  const kept = (toAnotherCase ? KEPT_BY_CASE : 1) * KEPT_BY_THIRTY_DAYS ** (idleDays / 30)
  if (kept === 1) return belief
  const covariance = belief.covariance.slice()
  for (let k = 0; k < covariance.length; k += 1) {
    const prior = PRIOR.covariance[k] ?? missing(k)
    const believed = belief.covariance[k] ?? missing(k)
    covariance[k] = prior - kept * (prior - believed)
  }
  return { mean: belief.mean, covariance }
}
