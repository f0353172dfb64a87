import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { TeachPage } from '../components/teach-page.tsx'
import { cohortFieldsSchema, readCohort } from '../teach/cohort-form.ts'
import { openCohort } from '../teach/cohort-operations.server.ts'
import { noticeOf } from '../teach/notices.ts'
import { requireInstructor } from '../teach/require-cohort.server.ts'
import { showTeach } from '../teach/show-teach.server.ts'

/** Instructors: each sees their own cohorts. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { learnerId } = await requireInstructor(request, context)
  return { view: { ...(await showTeach(learnerId, context)), notice: noticeOf(request) } }
}

/** Instructors: a cohort of their own. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { learnerId } = await requireInstructor(request, context)
  const fields = cohortFieldsSchema.safeParse(Object.fromEntries((await request.formData()).entries())).data
  if (!fields) throw new Response(null, { status: 400 })
  const courses = (await context.courses.list()).map(({ slug }) => slug)
  const read = readCohort(fields, courses)
  if ('problems' in read) return data({ fields, problems: read.problems }, { status: 422 })
  const id = await openCohort(learnerId, read.cohort, context)
  return redirect(`/teach/cohorts/${id}/people?notice=opened`, 303)
}

export const meta: MetaFunction = () => [{ title: 'Your cohorts · Casewright' }]

export default function Teach() {
  const { view } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return <TeachPage view={answer ? { ...view, notice: null, form: { ...view.form, ...answer } } : view} />
}
