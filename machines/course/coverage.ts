import type { CaseFacts } from '../case/case-facts.ts'
import { COMPETENCIES } from '../case/case.ts'
import type { CompetencyId, Dimension } from '../case/case.ts'
import { leastPath } from '../case/graph/least-path.ts'
import { perSituation } from '../case/graph/situations.ts'
import { DIMENSIONS, scoredDecisions } from '../case/quality.ts'

/** A count for each case of a course, in the order of the course, and their sum. */
export type Counts = { perCase: Array<number>; total: number }

/** How often a course practises a competency. `leastPerCase`, `least`: the fewest that a learner can meet on any way through. */
type CompetencyCoverage = Counts & { competency: CompetencyId; leastPerCase: Array<number>; least: number }

/** What the scored decisions of a course practise; all branches are counted. */
export type Coverage = {
  /** In the order of the scoring model. */
  competencies: Array<CompetencyCoverage>
  /** How many decisions rate each dimension. */
  tags: Record<Dimension, Counts>
  decisions: Counts & { shortest: number; longest: number }
}

/**
 * Pure. The coverage of a course, from the facts of its cases in order.
 * @throws RangeError where a case can't be played to an ending
 */
export function coverageOf(cases: ReadonlyArray<CaseFacts>): Coverage {
  return {
    competencies: COMPETENCIES.map((competency) => competencyCoverage(cases, competency)),
    tags: { execution: countsOf(cases, rates('execution')), influence: countsOf(cases, rates('influence')) },
    decisions: {
      ...countsOf(cases, () => true),
      shortest: sum(cases.map(({ scoredDecisions }) => scoredDecisions?.least.value ?? NaN)),
      longest: sum(cases.map(({ scoredDecisions }) => scoredDecisions?.most.value ?? NaN)),
    },
  }
}

type Test = (decision: { execution: string | null; influence: string | null }) => boolean

function competencyCoverage(cases: ReadonlyArray<CaseFacts>, competency: CompetencyId): CompetencyCoverage {
  const carries: Test = (decision) => DIMENSIONS.some((dimension) => decision[dimension] === competency)
  const leastPerCase = cases.map((facts) => leastMet(facts, carries))
  return { competency, ...countsOf(cases, carries), leastPerCase, least: sum(leastPerCase) }
}

function leastMet({ case: source, paths, situations }: CaseFacts, carries: Test): number {
  const least = leastPath(paths, { ofState: perSituation(situations, ({ decision }) => (carries(decision) ? 1 : 0)) })
  if (!least) throw new RangeError(`Expected a way to an ending of "${source.title}", found none`)
  return least.value
}

function countsOf(cases: ReadonlyArray<CaseFacts>, test: Test): Counts {
  const perCase = cases.map(({ case: source }) => scoredDecisions(source.scenes).filter(test).length)
  return { perCase, total: sum(perCase) }
}

function rates(dimension: Dimension): Test {
  return (decision) => decision[dimension] !== null
}

function sum(numbers: ReadonlyArray<number>): number {
  return numbers.reduce((total, number) => total + number, 0)
}
