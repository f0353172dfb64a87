import { COMPETENCIES } from '../../../machines/case/case.ts'
import { BEST_PICK_SLOPE } from '../../../machines/case/information.ts'
import { type Belief, PRIOR, SIZE } from '../../../machines/score/belief.ts'
import type { LoggedDecision } from '../../../machines/score/log.ts'
import { momentsFrom, type Pair, pickProbabilities, valueOf } from '../../../machines/score/pick.ts'
import { WORST_PICK_SLOPE, WORST_PICK_WEIGHT } from '../../../machines/score/profile-after.ts'
import { EXPOSURE_WEIGHTS, weightInCase } from '../../../machines/score/weight.ts'

type Pick = { execution: number; influence: number; options: Array<Pair>; picked: Pair; slope: number; weight: number }

const MOST_STEPS = 50

/**
 * The joint maximum a posteriori of all picks at once, without growth, by Newton's method: what the single pass over the
 * log approximates. Every pick is observed with the weight that it has there.
 */
export function jointMaximum(decisions: ReadonlyArray<LoggedDecision>, start: ReadonlyArray<number>): Array<number> {
  const picks = decisions.flatMap(picksOf)
  const precision = inverse(rowsOf(PRIOR))
  let at = [...start]
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const { gradient, hessian } = slopesAt(at, picks, precision)
    const move = solved(hessian, gradient)
    at = at.map((value, c) => value + (move[c] ?? 0))
    if (Math.max(...move.map(Math.abs)) < 1e-10) return at
  }
  throw new Error('expected the joint maximum within fifty steps')
}

function picksOf({ nBar, execution, influence, options, best, worst }: LoggedDecision): Array<Pick> {
  const tags = {
    execution: execution === null ? -1 : COMPETENCIES.indexOf(execution),
    influence: influence === null ? -1 : COMPETENCIES.indexOf(influence),
  }
  const values = options.map(valueOf)
  const [bestValue, worstValue] = [values[best], worst === null ? undefined : values[worst]]
  const weight = weightInCase(EXPOSURE_WEIGHTS.first, nBar)
  const rest = values.filter((_, k) => k !== best)
  const picks: Array<Pick> = []
  if (bestValue) picks.push({ ...tags, options: values, picked: bestValue, slope: BEST_PICK_SLOPE, weight })
  if (worstValue) {
    const worstWeight = WORST_PICK_WEIGHT * weight
    picks.push({ ...tags, options: rest, picked: worstValue, slope: WORST_PICK_SLOPE, weight: worstWeight })
  }
  return picks
}

/** Gradient of the log posterior, and its negative Hessian. */
function slopesAt(
  at: ReadonlyArray<number>,
  picks: ReadonlyArray<Pick>,
  precision: ReadonlyArray<ReadonlyArray<number>>,
) {
  const hessian = precision.map((row) => [...row])
  const gradient = precision.map((row) => -row.reduce((sum, value, c) => sum + value * ((at[c] ?? 0) - 1), 0))
  for (const { execution, influence, options, picked, slope, weight } of picks) {
    const probabilities = pickProbabilities(options, slope, {
      execution: at[execution] ?? 0,
      influence: at[influence] ?? 0,
    })
    const { mean, spread } = momentsFrom(picked, options, probabilities)
    const scale = weight * slope * slope
    if (execution >= 0) gradient[execution] = (gradient[execution] ?? 0) - weight * slope * mean.execution
    if (influence >= 0) gradient[influence] = (gradient[influence] ?? 0) - weight * slope * mean.influence
    add(hessian, execution, execution, scale * spread.execution)
    add(hessian, influence, influence, scale * spread.influence)
    add(hessian, execution, influence, scale * spread.both)
    add(hessian, influence, execution, scale * spread.both)
  }
  return { gradient, hessian }
}

function add(matrix: Array<Array<number>>, row: number, column: number, value: number): void {
  const values = matrix[row]
  if (values === undefined || column < 0) return
  values[column] = (values[column] ?? 0) + value
}

function rowsOf({ covariance }: Belief): Array<Array<number>> {
  return COMPETENCIES.map((_, row) => covariance.slice(row * SIZE, (row + 1) * SIZE))
}

function inverse(matrix: ReadonlyArray<ReadonlyArray<number>>): Array<Array<number>> {
  return matrix.map((_, column) =>
    solved(
      matrix,
      matrix.map((_row, row) => (row === column ? 1 : 0)),
    ),
  )
}

/** x of Ax = b for a positive definite A, by elimination. */
function solved(matrix: ReadonlyArray<ReadonlyArray<number>>, right: ReadonlyArray<number>): Array<number> {
  const rows = matrix.map((row, i) => [...row, right[i] ?? 0])
  for (const [pivot, pivotRow] of rows.entries()) {
    for (const [place, row] of rows.entries()) {
      if (place === pivot) continue
      const factor = (row[pivot] ?? 0) / (pivotRow[pivot] ?? Number.NaN)
      for (let c = pivot; c < row.length; c += 1) row[c] = (row[c] ?? 0) - factor * (pivotRow[c] ?? 0)
    }
  }
  return rows.map((row, i) => (row.at(-1) ?? 0) / (row[i] ?? Number.NaN))
}
