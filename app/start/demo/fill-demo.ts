import { randomBytes, randomInt, randomUUID } from 'node:crypto'
import { hashPassword } from '../../account/password.server.ts'
import type { Courses } from '../../cases/courses.server.ts'
import type { LoadedCase } from '../../cases/library.server.ts'
import { changeAccount, createAccount, findAccountByEmail } from '../../data/accounts.server.ts'
import type { Role } from '../../data/accounts.server.ts'
import { changeCohort } from '../../data/cohorts.server.ts'
import type { Services } from '../../http/context.ts'
import { openCohort } from '../../teach/cohort-operations.server.ts'
import { joinCohort } from '../../teach/join.server.ts'
import { demoAddress, demoLearners } from './people.ts'
import type { DemoLearner } from './people.ts'
import { playDemo } from './play-demo.ts'
import type { DemoClock, DemoTools } from './play-demo.ts'

/** Whose passwords are told. The admin is made last: where there is one, a run was finished. */
const VISITORS: ReadonlyArray<{ email: string; name: string; role: Role }> = [
  { email: 'learner@example.org', name: 'Lea Demo', role: 'learner' },
  { email: 'instructor@example.org', name: 'Ivo Demo', role: 'instructor' },
  { email: 'admin@example.org', name: 'Ada Demo', role: 'admin' },
]

const COURSE = 'run-it-lead-it'
const DAY_MS = 86_400_000
/** The cohort began five weeks ago. */
const DAYS_AGO = 35
/** Days between two cases of a learner. */
const PACE = 4

/** `passwords`: by address. */
export type Demo =
  | { kind: 'filled' | 'again'; passwords: Array<{ email: string; password: string }>; learners: number }
  | { kind: 'interrupted' }
  | { kind: 'no-course' }

type Tools = Pick<Services, 'db' | 'library'> & {
  courses: Courses
  now: Date
  onProgress: (done: number, of: number) => void
}

/**
 * Fills an installation with a cohort of thirty who have played for weeks, through the functions that the pages use. Where that was
 * done before, nothing is added: the three accounts get new passwords, since those before can't be told again.
 */
export async function fillDemo(tools: Tools): Promise<Demo> {
  const { db } = tools
  if ((await findAccountByEmail(db, VISITORS[2]?.email ?? '')) !== null) return renewPasswords(tools)
  if ((await findAccountByEmail(db, VISITORS[1]?.email ?? '')) !== null) return { kind: 'interrupted' }
  const cases = await casesOf(tools)
  if (cases.length < 3) return { kind: 'no-course' }
  const time = demoClock(daysBefore(tools.now, DAYS_AGO))
  const demo: DemoTools = { db, library: tools.library, clock: time, random: randomOf() }
  const passwords = VISITORS.map(({ email }) => ({ email, password: newPassword() }))
  const instructor = await makeAccount({ ...VISITORS[1], ...passwords[1] }, demo)
  const startsOn = time.now().toISOString().slice(0, 10)
  const endsOn = daysBefore(tools.now, -21).toISOString().slice(0, 10)
  const cohortId = await openCohort(instructor, { name: 'Autumn leads', course: COURSE, startsOn, endsOn }, demo)
  await db.write((tx) => changeCohort(tx, cohortId, { showsReasons: true }))
  const lea: DemoLearner = { name: 'Lea Demo', skill: 0.65, ends: 4, decides: 2, sharesProfile: false, lastDaysAgo: 1 }
  const learners = [lea, ...demoLearners(cases.length)]
  for (const [done, learner] of learners.entries()) {
    tools.onProgress(done, learners.length)
    const account = learner === lea ? { ...VISITORS[0], ...passwords[0] } : strangerOf(learner)
    await playWeeks(learner, { account, cohortId, cases, now: tools.now }, demo)
  }
  await makeAccount({ ...VISITORS[2], ...passwords[2] }, demo)
  return { kind: 'filled', passwords, learners: learners.length }
}

async function renewPasswords({ db }: Tools): Promise<Demo> {
  const passwords: Array<{ email: string; password: string }> = []
  for (const { email } of VISITORS) {
    const account = await findAccountByEmail(db, email)
    if (account === null) continue
    const password = newPassword()
    const passwordHash = await hashPassword(password)
    await db.write((tx) => changeAccount(tx, account.learnerId, { passwordHash }))
    passwords.push({ email, password })
  }
  return { kind: 'again', passwords, learners: 0 }
}

type DemoCase = { slug: string; loaded: LoadedCase }

async function casesOf({ courses, library }: Tools): Promise<Array<DemoCase>> {
  const slugs = (await courses.find(COURSE))?.course.modules.flatMap(({ cases }) => cases) ?? []
  const found = await Promise.all(slugs.map(async (slug) => ({ slug, loaded: await library.findServed(slug) })))
  return found.flatMap(({ slug, loaded }) => (loaded ? [{ slug, loaded }] : []))
}

type NewAccount = { email?: string; name?: string; role?: Role; password?: string }

type Weeks = { account: NewAccount; cohortId: string; cases: ReadonlyArray<DemoCase>; now: Date }

/** Joins, and plays a case every few days, so that the last decision falls on the learner's last day. */
async function playWeeks(
  learner: DemoLearner,
  { account, cohortId, cases, now }: Weeks,
  demo: DemoTools,
): Promise<void> {
  const { ends, decides, lastDaysAgo, sharesProfile, skill } = learner
  demo.clock.set(daysBefore(now, DAYS_AGO - 1))
  const learnerId = await makeAccount(account, demo)
  await joinCohort({ cohortId, learnerId, sharesProfile }, demo)
  const plays = cases.slice(0, decides > 0 ? ends + 1 : ends)
  for (const [place, { slug, loaded }] of plays.entries()) {
    const daysAgo = Math.min(DAYS_AGO - 2, lastDaysAgo + (plays.length - 1 - place) * PACE)
    // At some time of a working day, and never later than now.
    demo.clock.set(new Date(daysBefore(now, daysAgo).getTime() - (1 + 7 * demo.random()) * 3_600_000))
    await playDemo({ learnerId, skill }, { slug, loaded, most: place < ends ? Infinity : decides }, demo)
  }
}

function strangerOf({ name }: DemoLearner): NewAccount {
  return { name, email: demoAddress(name), role: 'learner', password: newPassword() }
}

async function makeAccount(
  { email = '', name = '', role = 'learner', password = '' }: NewAccount,
  { db, clock }: DemoTools,
) {
  const learnerId = randomUUID()
  const passwordHash = await hashPassword(password)
  await db.write((tx) => createAccount(tx, { learnerId, email, name, role, passwordHash, createdAt: clock.now() }))
  return learnerId
}

function newPassword(): string {
  return randomBytes(9).toString('base64url')
}

function demoClock(from: Date): DemoClock {
  let shown = from
  return {
    now: () => shown,
    set: (date) => {
      shown = date
    },
  }
}

function daysBefore(date: Date, days: number): Date {
  return new Date(date.getTime() - days * DAY_MS)
}

const GRAIN = 1_000_000

function randomOf(): () => number {
  return () => randomInt(GRAIN) / GRAIN
}
