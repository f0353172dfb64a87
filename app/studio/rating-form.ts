import type { Case, Dimension } from '../../machines/case/case.ts'
import { decisionsOf } from '../../machines/case/quality.ts'

/** One level that a rater is asked for. `name` is that of its field. */
export type AskedLevel = { name: string; node: string; choice: string; dimension: Dimension }

/** What a form holds, by the names of its fields, and which of them are empty. Null where it is not one that the page sends. */
export type RatingForm = { levels: ReadonlyMap<string, number>; missing: Array<string> }

/** Pure. Every level of a case that a rater is asked for, in the order of the file. */
export function askedLevels(source: Case): Array<AskedLevel> {
  return decisionsOf(source.scenes).flatMap((decision) =>
    decision.choices.flatMap((choice) =>
      (['execution', 'influence'] as const)
        .filter((dimension) => decision[dimension] !== null)
        .map((dimension) => ({
          name: `${decision.id}.${choice.id}.${dimension}`,
          node: decision.id,
          choice: choice.id,
          dimension,
        })),
    ),
  )
}

/** Pure. Reads a form of blind ratings. */
export function readRatings(form: FormData, asked: ReadonlyArray<AskedLevel>): RatingForm | null {
  const names = new Set(asked.map(({ name }) => name))
  const levels = new Map<string, number>()
  for (const [name, value] of form) {
    if (name === 'hash') continue
    if (!names.has(name) || typeof value !== 'string' || !/^[0-4]?$/.test(value)) return null
    if (value !== '') levels.set(name, Number(value))
  }
  return { levels, missing: asked.flatMap(({ name }) => (levels.has(name) ? [] : [name])) }
}
