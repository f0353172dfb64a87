import { z } from 'zod'
import type { CohortProblems } from './cohort-form.ts'
import { cohortFieldsSchema, readCohort } from './cohort-form.ts'
import { archiveCohort, renewJoinCode } from './cohort-operations.server.ts'
import { cohortHead } from './cohort-head.server.ts'
import { cohortForm } from './show-teach.server.ts'
import { readEmail } from '../account/account-fields.ts'
import { isAtLeast } from '../account/who.server.ts'
import type { SetUpView } from '../components/cohort-views.ts'
import { findAccountByEmail } from '../data/accounts.server.ts'
import { addInstructor, changeCohort, deleteCohort, listInstructors, removeInstructor } from '../data/cohorts.server.ts'
import type { CohortSummary } from '../data/cohorts.server.ts'
import type { Services } from '../http/context.ts'

/** What of a cohort can be changed, as it is. */
export async function showSetUp(cohort: CohortSummary, you: string, services: Services): Promise<SetUpView> {
  const { name, course, startsOn, endsOn, joinCode, showsReasons } = cohort
  const instructors = await listInstructors(services.db.read, cohort.id)
  return {
    head: await cohortHead(cohort, services.courses),
    notice: null,
    form: await cohortForm({ name, course, startsOn: startsOn ?? '', endsOn: endsOn ?? '' }, services),
    joinCode,
    joinLink: services.mail.links.join(joinCode),
    showsReasons,
    learners: cohort.members,
    instructors: instructors.map((instructor) => ({ ...instructor, isYou: instructor.learnerId === you })),
    addInstructor: { typed: '', problem: null },
    deletion: { typed: '', problem: null },
  }
}

const formSchema = z.discriminatedUnion('intent', [
  cohortFieldsSchema.extend({ intent: z.literal('change') }),
  z.strictObject({ intent: z.enum(['new-code', 'show-reasons', 'hide-reasons', 'archive', 'unarchive']) }),
  z.strictObject({ intent: z.literal('add-instructor'), email: z.string().max(20_000) }),
  z.strictObject({ intent: z.literal('remove-instructor'), learner: z.string().max(200) }),
  z.strictObject({ intent: z.literal('delete'), name: z.string().max(20_000) }),
])

type SetUpForm = z.infer<typeof formSchema>

/** Where to go on, with a word about it; or what is wrong with a form, with all that was typed. */
export type SetUpResult =
  | { kind: 'done'; notice: string; isGone?: true }
  | { kind: 'problems'; change: Partial<Pick<SetUpView, 'addInstructor' | 'deletion'>> & { form?: FormChange } }

type FormChange = { fields: SetUpView['form']['fields']; problems: CohortProblems }

/** Null for a form that no page of ours can have sent. */
export function readSetUpForm(form: FormData): SetUpForm | null {
  return formSchema.safeParse(Object.fromEntries(form.entries())).data ?? null
}

/** Does what a form of the page asks for. */
export async function changeSetUp(
  cohort: CohortSummary,
  you: string,
  form: SetUpForm,
  services: Services,
): Promise<SetUpResult> {
  const { db } = services
  switch (form.intent) {
    case 'change':
      return changeDetails(cohort, form, services)
    case 'new-code':
      await renewJoinCode(cohort.id, services)
      return { kind: 'done', notice: 'new-code' }
    case 'show-reasons':
    case 'hide-reasons':
      await db.write((tx) => changeCohort(tx, cohort.id, { showsReasons: form.intent === 'show-reasons' }))
      return { kind: 'done', notice: form.intent }
    case 'archive':
    case 'unarchive':
      await archiveCohort(cohort.id, form.intent === 'archive', services)
      return { kind: 'done', notice: `${form.intent}d` }
    case 'add-instructor':
      return addByAddress(cohort.id, form.email, services)
    case 'remove-instructor':
      return takeAway(cohort.id, { learnerId: form.learner, you }, services)
    case 'delete':
      if (form.name.trim() !== cohort.name) return { kind: 'problems', change: { deletion: misnamed(form.name) } }
      await db.write((tx) => deleteCohort(tx, cohort.id))
      return { kind: 'done', notice: 'deleted', isGone: true }
  }
}

async function changeDetails(
  cohort: CohortSummary,
  form: Extract<SetUpForm, { intent: 'change' }>,
  { db, courses }: Services,
): Promise<SetUpResult> {
  const { intent: _, ...fields } = form
  const slugs = (await courses.list()).map(({ slug }) => slug)
  const read = readCohort(fields, [...slugs, cohort.course])
  if ('problems' in read) return { kind: 'problems', change: { form: { fields, problems: read.problems } } }
  await db.write((tx) => changeCohort(tx, cohort.id, read.cohort))
  return { kind: 'done', notice: 'changed' }
}

const NO_INSTRUCTOR =
  'No instructor has this address. They sign up first, and an admin makes them an instructor; then add them here.'

async function addByAddress(cohortId: string, typed: string, { db, clock }: Services): Promise<SetUpResult> {
  const read = readEmail(typed)
  const account = 'email' in read ? await findAccountByEmail(db, read.email) : null
  const problem = 'problem' in read ? read.problem : NO_INSTRUCTOR
  if (account === null || !isAtLeast(account.role, 'instructor'))
    return { kind: 'problems', change: { addInstructor: { typed: typed.slice(0, 300), problem } } }
  const { learnerId } = account
  await db.write((tx) => addInstructor(tx, { cohortId, learnerId, now: clock.now() }))
  return { kind: 'done', notice: 'instructor-added' }
}

async function takeAway(
  cohortId: string,
  { learnerId, you }: { learnerId: string; you: string },
  { db }: Services,
): Promise<SetUpResult> {
  const isRemoved = await db.write((tx) => removeInstructor(tx, { cohortId, learnerId }))
  if (!isRemoved) return { kind: 'done', notice: 'last-instructor' }
  return learnerId === you
    ? { kind: 'done', notice: 'left', isGone: true }
    : { kind: 'done', notice: 'instructor-removed' }
}

function misnamed(typed: string): SetUpView['deletion'] {
  return {
    typed: typed.slice(0, 300),
    problem: 'This is not the name of the cohort, so nothing was deleted. Type it as it stands above.',
  }
}
