import type { Choice, Decision } from '../case/case.ts'
import type { LoggedDecision } from './log.ts'

const DAY_MS = 86_400_000

/** A decision as it was taken. `slug` and `nBar` are of the case version that was played, `choice` and `worst` are ids. */
type TakenDecision = {
  slug: string
  nBar: number
  decision: Decision
  offered: ReadonlyArray<Choice>
  choice: string
  worst: string | null
  exposure: LoggedDecision['exposure']
  idleDays: number
}

/** Pure. A taken decision as the scoring model reads it. What was not on offer becomes an index of −1, which the model refuses. */
export function scoredDecision(taken: TakenDecision): LoggedDecision {
  const { slug, nBar, decision, offered, exposure } = taken
  const placeOf = (id: string) => offered.findIndex((choice) => choice.id === id)
  return {
    case: slug,
    nBar,
    node: decision.id,
    exposure,
    execution: decision.execution,
    influence: decision.influence,
    options: offered.map(({ execution, influence }) => ({ execution, influence })),
    best: placeOf(taken.choice),
    worst: taken.worst === null ? null : placeOf(taken.worst),
    idleDays: taken.idleDays,
  }
}

/** Pure. The days between two decisions, fractions included; 0 before the first and where a clock was set back. */
export function idleDays(previous: Date | null, acceptedAt: Date): number {
  return previous === null ? 0 : Math.max(0, (acceptedAt.getTime() - previous.getTime()) / DAY_MS)
}
