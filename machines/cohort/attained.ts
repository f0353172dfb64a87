import type { Case, CompetencyId, Decision, Dimension } from '../case/case.ts'
import { decisionsOf, DIMENSIONS } from '../case/quality.ts'
import { SMALLEST_GROUP } from './flow-network.ts'
import type { FlowArc } from './flow-network.ts'
import type { World } from './protect.ts'
import { totalOf } from './tally.ts'
import type { Heading } from './tally.ts'

type Sums = { attained: number; attainable: number }

/** A per cent, rounded to the nearest whole one, five or ten. */
export type Percent = { percent: number; nearest: 1 | 5 | 10 }

const STEPS = [1, 5, 10] as const

/**
 * Pure. How much of what was on offer on each competency of a case was taken, in per cent: 0 is always the option rated lowest,
 * 100 always the highest. Rounded as far as it takes for all worlds that keep a small number secret to give the same: otherwise
 * it would tell that number. Null where even tens would, or where fewer than ten answered.
 */
export function attainedShares(
  source: Case,
  headings: (heading: string) => Heading,
  arcs: ReadonlyArray<FlowArc>,
  worlds: ReadonlyArray<World>,
): Map<CompetencyId, Percent | null> {
  const shares = new Map<CompetencyId, Percent | null>()
  for (const [competency, asked] of decisionsByCompetency(source)) {
    const sums = sumsOf(asked, headings)
    const answers = Math.max(...asked.map(({ decision }) => totalOf(headings(`chosen ${decision.id}`))))
    const others = worlds.map((world) => sumsIn(world, arcs, asked, sums))
    shares.set(competency, answers >= SMALLEST_GROUP ? percentFitting(sums, others) : null)
  }
  return shares
}

function percentFitting(sums: Sums, others: ReadonlyArray<Sums>): Percent | null {
  if (sums.attainable === 0) return null
  const nearest = STEPS.find((step) => others.every((other) => percentOf(other, step) === percentOf(sums, step)))
  return nearest === undefined ? null : { percent: percentOf(sums, nearest), nearest }
}

type Asked = { decision: Decision; dimension: Dimension }

function decisionsByCompetency({ scenes }: Case): Map<CompetencyId, Array<Asked>> {
  const asked = new Map<CompetencyId, Array<Asked>>()
  for (const decision of decisionsOf(scenes)) {
    for (const dimension of DIMENSIONS) {
      const competency = decision[dimension]
      if (competency !== null) asked.set(competency, [...(asked.get(competency) ?? []), { decision, dimension }])
    }
  }
  return asked
}

function sumsOf(asked: ReadonlyArray<Asked>, headings: (heading: string) => Heading): Sums {
  const sum = (word: string) =>
    asked.reduce(
      (total, { decision, dimension }) => total + (headings(`${word} ${decision.id}`).get(dimension) ?? 0),
      0,
    )
  return { attained: sum('attained'), attainable: sum('attainable') }
}

/** The sums as they would be in another world, all options taken to have been on offer. */
function sumsIn(world: World, arcs: ReadonlyArray<FlowArc>, asked: ReadonlyArray<Asked>, sums: Sums): Sums {
  let { attained, attainable } = sums
  for (const [place, by] of world) {
    const counted = arcs[place]?.counted
    if (counted?.kind !== 'option') continue
    for (const { decision, dimension } of asked) {
      if (decision.id !== counted.decision) continue
      const ratings = decision.choices.map((choice) => choice[dimension] ?? 0)
      const lowest = Math.min(...ratings)
      const rating = decision.choices.find(({ id }) => id === counted.choice)?.[dimension] ?? lowest
      attained += by * (rating - lowest)
      attainable += by * (Math.max(...ratings) - lowest)
    }
  }
  return { attained, attainable }
}

function percentOf({ attained, attainable }: Sums, step: number): number {
  return step * Math.round((100 * attained) / attainable / step)
}
