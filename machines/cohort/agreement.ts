import type { Choice, Decision, Dimension, Place } from '../case/case.ts'
import { DIMENSIONS } from '../case/quality.ts'

/** What a colleague would rate an option, without having seen the key; null on a dimension that they left out. */
export type BlindRating = {
  rater: string
  decision: string
  choice: string
  execution: number | null
  influence: number | null
}

export type Agreement = {
  /** How far single raters, and the mean of them all, can be relied on; null where it can't be told. */
  icc: { single: number | null; mean: number | null }
  /** Of those who rated every option, on whom `icc` is. */
  raters: number
  targets: number
}

export type OptionAgreement = {
  decision: string
  choice: string
  dimension: Dimension
  place: Place
  key: number
  /** Of all colleagues who rated it; null where none did. */
  mean: number | null
  /** Their sample standard deviation; null below two. */
  sd: number | null
  raters: number
  /** Why it is disputed: their mean is a step or more from the key, or they differ among themselves by as much. */
  disputed: Array<'key' | 'among-themselves'>
}

/** A whole step of the rating scale. */
const STEP = 1

/**
 * Pure. The agreement of colleagues on a dimension of a case: ICC(2,1) for one rater and ICC(2,k) for the mean of all k, two-way
 * random effects, absolute agreement, over those who rated every option. That form, because the same colleagues rate all options, are
 * a sample of those who might, and rating a step too high throughout is disagreement. Source: Shrout & Fleiss 1979.
 */
export function agreementOn(
  dimension: Dimension,
  decisions: ReadonlyArray<Decision>,
  ratings: ReadonlyArray<BlindRating>,
): Agreement {
  const targets = targetsOn(dimension, decisions).map(({ decision, choice }) => `${decision.id} ${choice.id}`)
  const byRater = new Map<string, Map<string, number>>()
  for (const rating of ratings) {
    const value = rating[dimension]
    if (value === null) continue
    const own = byRater.get(rating.rater) ?? new Map<string, number>()
    byRater.set(rating.rater, own.set(`${rating.decision} ${rating.choice}`, value))
  }
  const complete = [...byRater.values()].filter((own) => targets.every((target) => own.has(target)))
  const table = targets.map((target) => complete.map((own) => own.get(target) ?? 0))
  return { icc: intraclass(table), raters: complete.length, targets: targets.length }
}

/**
 * Pure. ICC(2,1) and ICC(2,k) of a table of n targets (rows) by k raters. With the mean squares of targets B, raters J and rest E:
 * (B − E) / (B + (k − 1)E + k(J − E)/n) and (B − E) / (B + (J − E)/n). Null below two targets or two raters, or where
 * nothing varies. May be below 0. Source: Shrout & Fleiss 1979, case 2.
 */
export function intraclass(table: ReadonlyArray<ReadonlyArray<number>>): Agreement['icc'] {
  const n = table.length
  const k = table[0]?.length ?? 0
  if (n < 2 || k < 2) return { single: null, mean: null }
  const grand = meanOf(table.flat())
  const ofTargets = table.map(meanOf)
  const ofRaters = Array.from({ length: k }, (_, rater) => meanOf(table.map((row) => row[rater] ?? 0)))
  const total = squaresAround(grand, table.flat())
  const between = k * squaresAround(grand, ofTargets)
  const judges = n * squaresAround(grand, ofRaters)
  const b = between / (n - 1)
  const j = judges / (k - 1)
  const e = Math.max(0, total - between - judges) / ((n - 1) * (k - 1))
  const single = b + (k - 1) * e + (k * (j - e)) / n
  const mean = b + (j - e) / n
  return { single: single > 0 ? (b - e) / single : null, mean: mean > 0 ? (b - e) / mean : null }
}

/** Pure. What colleagues make of each option on each dimension that its decision rates, in the order of the file. */
export function optionAgreements(
  decisions: ReadonlyArray<Decision>,
  ratings: ReadonlyArray<BlindRating>,
): Array<OptionAgreement> {
  const byOption = new Map<string, Array<BlindRating>>()
  for (const rating of ratings) {
    const option = `${rating.decision} ${rating.choice}`
    byOption.set(option, [...(byOption.get(option) ?? []), rating])
  }
  return decisions.flatMap((decision) =>
    decision.choices.flatMap((choice) =>
      DIMENSIONS.flatMap((dimension) => {
        const values = (byOption.get(`${decision.id} ${choice.id}`) ?? []).flatMap((rating) => rating[dimension] ?? [])
        const key = choice[dimension]
        return key === null ? [] : [optionAgreement(decision, choice, dimension, key, values)]
      }),
    ),
  )
}

function optionAgreement(
  decision: Decision,
  choice: Choice,
  dimension: Dimension,
  key: number,
  values: ReadonlyArray<number>,
): OptionAgreement {
  const mean = values.length > 0 ? meanOf(values) : null
  const sd = mean !== null && values.length > 1 ? Math.sqrt(squaresAround(mean, values) / (values.length - 1)) : null
  const disputed: OptionAgreement['disputed'] = []
  if (mean !== null && Math.abs(mean - key) >= STEP) disputed.push('key')
  if (sd !== null && sd >= STEP) disputed.push('among-themselves')
  const { id, place } = choice
  return { decision: decision.id, choice: id, dimension, place, key, mean, sd, raters: values.length, disputed }
}

function targetsOn(dimension: Dimension, decisions: ReadonlyArray<Decision>) {
  return decisions
    .filter((decision) => decision[dimension] !== null)
    .flatMap((decision) => decision.choices.map((choice) => ({ decision, choice })))
}

function meanOf(values: ReadonlyArray<number>): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function squaresAround(centre: number, values: ReadonlyArray<number>): number {
  return values.reduce((sum, value) => sum + (value - centre) ** 2, 0)
}
