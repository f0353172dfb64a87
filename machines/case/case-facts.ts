import { EXECUTION, INFLUENCE } from './case.ts'
import type { Case, Dimension } from './case.ts'
import { completePaths } from './graph/complete-paths.ts'
import type { CompletePaths } from './graph/complete-paths.ts'
import type { StateGraph } from './graph/explore.ts'
import type { Extreme } from './graph/extremes.ts'
import { informationOn } from './graph/path-information.ts'
import { longestReading } from './graph/reading-time.ts'
import { scoredDecisionsOn } from './graph/scored-decisions.ts'
import type { Range } from './graph/scored-decisions.ts'
import { situationsOf } from './graph/situations.ts'
import type { Situations } from './graph/situations.ts'
import { DIMENSIONS, decisionsOf } from './quality.ts'
import { readingOf } from './reading.ts'
import type { Reading } from './reading.ts'

/** What the rules and the figures of a case are drawn from: worked out once, then only read. */
export type CaseFacts = {
  case: Case
  graph: StateGraph
  paths: CompletePaths
  situations: Situations
  reading: Reading
  /** The dimensions that a decision or a claim names: the others are not judged. */
  judged: Array<Dimension>
  /** The extremes over complete paths; null where there is none. */
  scoredDecisions: Range | null
  information: Record<Dimension, Range | null>
  longestReading: Extreme | null
}

/** Pure. */
export function factsOf(graph: StateGraph): CaseFacts {
  const source = graph.stepper.case
  const paths = completePaths(graph)
  const situations = situationsOf(graph)
  const reading = readingOf(graph.stepper)
  return {
    case: source,
    graph,
    paths,
    situations,
    reading,
    judged: judgedIn(source),
    scoredDecisions: scoredDecisionsOn(paths, situations),
    information: {
      execution: informationOn(paths, situations, 'execution'),
      influence: informationOn(paths, situations, 'influence'),
    },
    longestReading: longestReading(paths, situations, reading),
  }
}

/** Pure. */
export function judgedIn(source: Case): Array<Dimension> {
  const ids: Record<Dimension, ReadonlyArray<string>> = { execution: EXECUTION, influence: INFLUENCE }
  return DIMENSIONS.filter(
    (dimension) =>
      decisionsOf(source.scenes).some((decision) => decision[dimension] !== null) ||
      source.claims.some((claim) => ids[dimension].includes(claim)),
  )
}
