import type { CohortCard, CohortFormView, TeachView } from '../components/cohort-views.ts'
import { listTaughtCohorts } from '../data/cohorts.server.ts'
import type { CohortSummary } from '../data/cohorts.server.ts'
import type { Services } from '../http/context.ts'
import type { CohortFields } from './cohort-form.ts'
import { dayRange } from './day-range.ts'

/** The cohorts of an instructor, and an empty form for another. */
export async function showTeach(instructorId: string, services: Services): Promise<Omit<TeachView, 'notice'>> {
  const cohorts = await listTaughtCohorts(services.db.read, instructorId)
  const form = await cohortForm({ name: '', course: '', startsOn: '', endsOn: '' }, services)
  const titles = new Map(form.courses.map(({ slug, title }) => [slug, title]))
  const card = (cohort: CohortSummary) => cardOf(cohort, titles.get(cohort.course) ?? cohort.course)
  return {
    cohorts: cohorts.filter(({ archivedAt }) => archivedAt === null).map(card),
    archived: cohorts.filter(({ archivedAt }) => archivedAt !== null).map(card),
    form,
  }
}

/** A form with what is typed in it. The course that a cohort has stays to be chosen, even out of service. */
export async function cohortForm(fields: CohortFields, { courses }: Services): Promise<CohortFormView> {
  const served = (await courses.list()).map(({ slug, course }) => ({ slug, title: course.title }))
  const isServed = fields.course === '' || served.some(({ slug }) => slug === fields.course)
  return {
    fields,
    courses: isServed ? served : [...served, { slug: fields.course, title: fields.course }],
    problems: {},
  }
}

function cardOf(cohort: CohortSummary, course: string): CohortCard {
  const { id, name, members, joinCode } = cohort
  return { id, name, course, learners: members, days: dayRange(cohort), joinCode }
}
