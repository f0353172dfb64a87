import type { Accuracy, Report, Row } from './report.ts'

/** After how many cases the estimates are compared with the truth. */
export const CHECKPOINTS = [1, 3, 5, 10, 20] as const

/** What is found must lie within `from` and `to`. */
export type Target = { name: string; found: number; from: number; to: number; isMet: boolean }

/** What was measured when the model was fixed, in the order of `CHECKPOINTS`. */
const REFERENCE = {
  bestOnly: { r: [0.49, 0.69, 0.77, 0.86, 0.91], rmse: [0.402, 0.338, 0.297, 0.244, 0.195] },
  bestAndWorst: { r: [0.54, 0.73, 0.81, 0.88, 0.93], rmse: [0.392, 0.319, 0.276, 0.22, 0.173] },
  worstAtHalfSlope: { rmse: [0.396, 0.326, 0.285, 0.231, 0.182] },
  worstEvenForSome: { rmse: [0.397, 0.329, 0.289, 0.24, 0.201] },
  drift: { rmse: [0.392, 0.325, 0.291, 0.256, 0.235] },
}
const RMSE_ABOVE = 0.02
const R_BELOW = 0.04
const R_BELOW_AT_ONE_CASE = 0.06
const COVER = { from: 0.88, to: 0.99 }
const FALSE_AT_LEANING = 0.1
const FALSE_AT_SURE = 0.05
const ORDER = { mean: 0.01, most: 0.1 }
const MAXIMUM_MEAN = 0.05

/** Pure. What another seed must show, beside what it shows. */
export function targetsOf({ rows, conditions, order, maximum }: Report): Array<Target> {
  return [
    ...rows.flatMap(targetsOfRow),
    ...conditions.flatMap(({ condition, name, accuracies }) =>
      accuracies.flatMap(({ rmse, cover }, place) => {
        const row = `${name}, cases ${CHECKPOINTS[place]}`
        return [
          atMost(`${row}: RMSE`, rmse, referenceAt(REFERENCE[condition].rmse, place) + RMSE_ABOVE),
          within(`${row}: cover`, cover, COVER.from, COVER.to),
        ]
      }),
    ),
    atMost('order within a case moves a dimension on average, sd', order.mean, ORDER.mean),
    atMost('order within a case moves a dimension at most, sd', order.most, ORDER.most),
    atMost('distance to the joint maximum on average, sd', maximum.mean, MAXIMUM_MEAN),
  ]
}

function targetsOfRow({ cases, naive, bestOnly, bestAndWorst, leaning, sure }: Row, place: number): Array<Target> {
  return [
    ...targetsOfAccuracy(`best only, cases ${cases}`, bestOnly, naive, REFERENCE.bestOnly, place),
    ...targetsOfAccuracy(`best and worst, cases ${cases}`, bestAndWorst, naive, REFERENCE.bestAndWorst, place),
    atMost(`cases ${cases}: false claims at P ≥ .8`, leaning.false, FALSE_AT_LEANING),
    atMost(`cases ${cases}: false claims at P ≥ .9`, sure.false, FALSE_AT_SURE),
  ]
}

function targetsOfAccuracy(
  row: string,
  { r, rmse, cover }: Accuracy,
  naive: Row['naive'],
  reference: { r: Array<number>; rmse: Array<number> },
  place: number,
): Array<Target> {
  const rBelow = place === 0 ? R_BELOW_AT_ONE_CASE : R_BELOW
  return [
    atMost(`${row}: RMSE`, rmse, referenceAt(reference.rmse, place) + RMSE_ABOVE),
    within(`${row}: r`, r, referenceAt(reference.r, place) - rBelow, 1),
    within(`${row}: cover`, cover, COVER.from, COVER.to),
    atMost(`${row}: RMSE, against naive`, rmse, naive.rmse),
    within(`${row}: r, against naive`, r, naive.r, 1),
  ]
}

function referenceAt(reference: ReadonlyArray<number>, place: number): number {
  const value = reference[place]
  if (value === undefined) throw new RangeError(`expected a reference for checkpoint ${place}, found none`)
  return value
}

function atMost(name: string, found: number, to: number): Target {
  return within(name, found, 0, to)
}

function within(name: string, found: number, from: number, to: number): Target {
  return { name, found, from, to, isMet: found >= from && found <= to }
}
