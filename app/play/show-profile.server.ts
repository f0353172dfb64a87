import type { ProfileView, UnderWayView } from '../components/profile-views.ts'
import { listAttempts } from '../data/attempts.server.ts'
import type { AttemptSummary } from '../data/attempts.server.ts'
import { countReflections } from '../data/reflections.server.ts'
import type { Services } from '../http/context.ts'
import type { ToldStep } from './decisions-behind.ts'
import { learnerLog } from './learner-log.server.ts'
import { profileAfterAll } from './learner-profile.server.ts'
import { nextCase } from './next-case.server.ts'
import { profileView, roleOrUsual } from './profile-view.ts'
import { roleAskedOf } from './role-asked.server.ts'

/** The profile of a learner, or of nobody: then it is the one that everyone begins with. */
export async function showProfile(learnerId: string | null, services: Services): Promise<ProfileView> {
  const { db, library, guide } = services
  const log = learnerId === null ? [] : await toldLog(learnerId, services)
  const attempts = learnerId === null ? [] : await listAttempts(db.read, learnerId)
  const asked = await roleAskedOf(learnerId, services)
  // The page tells every decision anyway, so it takes the profile from them, and what it shows is of one moment.
  const { profile } = profileAfterAll(log)
  const { competencies } = guide
  const next = await nextCase({ profile, role: roleOrUsual(asked), log, attempts, competencies }, library)
  return profileView({ log, profile, asked, competencies, next, underWay: await underWay(attempts, services) })
}

async function toldLog(learnerId: string, services: Services): Promise<Array<ToldStep>> {
  const answered = await countReflections(services.db.read, learnerId)
  const log = await learnerLog(learnerId, services)
  return log.map((step) => {
    const { at } = step.standing
    const isDebriefed = at.kind === 'ending' && (answered.get(step.attempt) ?? 0) >= at.ending.reflections.length
    return { ...step, isDebriefed }
  })
}

/** The attempt that was begun last and has not come to an ending. */
async function underWay(attempts: ReadonlyArray<AttemptSummary>, { library }: Services): Promise<UnderWayView | null> {
  const open = attempts.find(({ ending }) => ending === null)
  const loaded = open ? await library.findVersion(open.hash) : null
  return open && loaded ? { attempt: open.id, title: loaded.case.title, decided: open.decided } : null
}
