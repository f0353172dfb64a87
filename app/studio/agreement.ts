/** How far raters agree. Both null where there are fewer than two raters or two options, or no rating differs from another. */
export type Agreement = {
  raters: number
  /** ICC(2,1): the reliability of one rater. */
  single: number | null
  /** ICC(2,k): the reliability of the mean of these raters. */
  mean: number | null
}

/**
 * Pure. The intraclass correlation of two-way random effects and absolute agreement. `ratings` has a row for each option and in
 * it a number for each rater.
 * Source: Shrout & Fleiss, "Intraclass correlations: uses in assessing rater reliability" (1979), ICC(2,1) and ICC(2,k).
 */
export function agreementOf(ratings: ReadonlyArray<ReadonlyArray<number>>): Agreement {
  const n = ratings.length
  const k = ratings[0]?.length ?? 0
  if (n < 2 || k < 2) return { raters: k, single: null, mean: null }
  const all = ratings.flat()
  const grand = average(all)
  const rows = ratings.map(average)
  const columns = Array.from({ length: k }, (_, rater) => average(ratings.map((row) => row[rater] ?? 0)))
  const total = squares(all, grand)
  const between = k * squares(rows, grand)
  const ofRaters = n * squares(columns, grand)
  const bms = between / (n - 1)
  const jms = ofRaters / (k - 1)
  const ems = Math.max(0, total - between - ofRaters) / ((n - 1) * (k - 1))
  return {
    raters: k,
    single: ratio(bms - ems, bms + (k - 1) * ems + (k * (jms - ems)) / n),
    mean: ratio(bms - ems, bms + (jms - ems) / n),
  }
}

function average(values: ReadonlyArray<number>): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function squares(values: ReadonlyArray<number>, around: number): number {
  return values.reduce((sum, value) => sum + (value - around) ** 2, 0)
}

function ratio(above: number, below: number): number | null {
  return below > 0 ? above / below : null
}
