import { decisionsOf } from '../../machines/case/quality.ts'
import type { Competencies } from '../../machines/case/parse-competencies.ts'
import type { Role } from '../../machines/score/log.ts'
import { prospectsOf } from '../../machines/score/next-case.ts'
import type { OpenCase } from '../../machines/score/next-case.ts'
import type { Profile } from '../../machines/score/profile.ts'
import { resultOf } from '../../machines/score/result.ts'
import type { LoadedCase } from '../cases/library.server.ts'
import type { NextCaseView } from '../components/profile-views.ts'
import type { AttemptSummary } from '../data/attempts.server.ts'
import type { Services } from '../http/context.ts'
import type { LogStep } from './learner-log.server.ts'
import { nextText } from './profile-text.ts'
import { dimensionOf } from './profile-view.ts'

type Asked = {
  profile: Profile
  role: Role
  log: ReadonlyArray<LogStep>
  attempts: ReadonlyArray<AttemptSummary>
  competencies: Competencies
}

/** The case that would tell a learner most, with the reason; null where none is left to tell anything. */
export async function nextCase(
  { profile, role, log, attempts, competencies }: Asked,
  library: Services['library'],
): Promise<NextCaseView | null> {
  const served = await library.listServed()
  const open = served.filter(
    ({ slug }) => !attempts.some((attempt) => attempt.slug === slug && attempt.ending === null),
  )
  const [best] = prospectsOf(
    profile.belief,
    role,
    open.map(({ slug, loaded }) => openCase(slug, loaded, log, attempts)),
  )
  const found = open.find(({ slug }) => slug === best?.slug)
  if (!best || !found) return null
  const { title, minutes } = found.loaded.case
  const reason = nextText(best, resultOf(profile, role), (id) => ({
    name: competencies[id].name,
    demand: role[dimensionOf(id)],
  }))
  return { slug: best.slug, title, minutes, reason }
}

function openCase(
  slug: string,
  loaded: LoadedCase,
  log: ReadonlyArray<LogStep>,
  attempts: ReadonlyArray<AttemptSummary>,
): OpenCase {
  const seen = new Set(log.filter((step) => step.slug === slug).map(({ scored }) => scored.node))
  const { reach, nBar } = loaded.reach
  return {
    slug,
    played: attempts.some((attempt) => attempt.slug === slug),
    nBar,
    decisions: decisionsOf(loaded.case.scenes).map(({ id, execution, influence, choices }) => ({
      execution,
      influence,
      options: choices.map((choice) => ({ execution: choice.execution, influence: choice.influence })),
      reach: reach.get(id) ?? 0,
      seen: seen.has(id),
    })),
  }
}
