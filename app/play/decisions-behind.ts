import type { CompetencyId, Dimension } from '../../machines/case/case.ts'
import { tellsApart } from '../../machines/score/evidence.ts'
import { EXPOSURE_WEIGHTS } from '../../machines/score/weight.ts'
import type { CaseLinks, DecisionLink } from '../components/profile-views.ts'
import type { LogStep } from './learner-log.server.ts'

/** A decision with whether its attempt's debrief is open, before which no rating may be shown. */
export type ToldStep = LogStep & { isDebriefed: boolean }

/** Pure. The decisions that are evidence on a dimension, or on one competency of it. */
export function evidenceOn(
  log: ReadonlyArray<ToldStep>,
  dimension: Dimension,
  competency: CompetencyId | null,
): Array<ToldStep> {
  return log.filter(
    ({ scored }) =>
      counts({ scored }) && tellsApart(scored, dimension) && (competency === null || scored[dimension] === competency),
  )
}

/** Pure. Whether a decision counts: it was new, and read. */
export function counts({ scored }: Pick<LogStep, 'scored'>): boolean {
  return EXPOSURE_WEIGHTS[scored.exposure] > 0
}

/** Pure. Links to decisions, by attempt in the order in which they were begun. */
export function linksTo(steps: ReadonlyArray<ToldStep>): Array<CaseLinks> {
  const attempts = new Map<string, CaseLinks>()
  for (const step of steps) {
    const { title, language } = step.loaded.case
    const known = attempts.get(step.attempt) ?? { attempt: step.attempt, title, language, links: [] }
    known.links.push(linkTo(step))
    attempts.set(step.attempt, known)
  }
  return [...attempts.values()]
}

/** Pure. Where a decision can be read: in the debrief with its reasons or, until that is due, as the scene. */
export function linkTo({ attempt, seq, step, isDebriefed }: ToldStep): DecisionLink {
  const number = seq + 1
  const page = `/attempts/${attempt}`
  const to = isDebriefed ? `${page}/debrief#decision-${number}` : `${page}?visit=${step.visit}`
  return { to, number, title: step.title, isScene: !isDebriefed }
}
