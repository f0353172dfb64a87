import type { Case, Dimension } from '../../machines/case/case.ts'
import { decisionsOf } from '../../machines/case/quality.ts'
import type { AgreementView } from '../components/studio-views.ts'
import type { StoredRating } from '../data/blind-ratings.server.ts'
import { agreementOf } from './agreement.ts'

const DIMENSIONS = ['execution', 'influence'] as const

/** Raters who differ by so many levels, or whose mean is so far from the key, dispute an option. */
const RATERS_APART = 2
const KEY_APART = 1

type Item = { node: string; choice: string; dimension: Dimension; key: number; given: Array<number> }

/** Pure. How far those who rated a case agree, among themselves and with its key. */
export function agreementView(source: Case, ratings: ReadonlyArray<StoredRating>): AgreementView {
  const raters = [...new Set(ratings.map(({ raterId }) => raterId))]
  const items = itemsOf(source, ratings, raters)
  const complete = items.filter(({ given }) => given.length === raters.length)
  const { single, mean } = agreementOf(complete.map(({ given }) => given))
  return {
    raters: raters.length,
    single: single === null ? null : single.toFixed(2),
    mean: mean === null ? null : mean.toFixed(2),
    disputed: items.filter(isDisputed),
  }
}

function itemsOf(source: Case, ratings: ReadonlyArray<StoredRating>, raters: ReadonlyArray<string>): Array<Item> {
  const known = new Map(ratings.map((rating) => [`${rating.raterId} ${rating.node} ${rating.choice}`, rating]))
  return decisionsOf(source.scenes).flatMap(({ id: node, choices }) =>
    choices.flatMap((choice) =>
      DIMENSIONS.flatMap((dimension): Array<Item> => {
        const key = choice[dimension]
        if (key === null) return []
        const given = raters.flatMap((rater) => known.get(`${rater} ${node} ${choice.id}`)?.[dimension] ?? [])
        return [{ node, choice: choice.id, dimension, key, given }]
      }),
    ),
  )
}

function isDisputed({ key, given }: Item): boolean {
  if (given.length === 0) return false
  const mean = given.reduce((sum, level) => sum + level, 0) / given.length
  return Math.abs(mean - key) >= KEY_APART || Math.max(...given) - Math.min(...given) >= RATERS_APART
}
