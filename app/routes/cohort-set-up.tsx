import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { SetUpPage } from '../components/set-up-page.tsx'
import { noticeOf } from '../teach/notices.ts'
import { requireCohort } from '../teach/require-cohort.server.ts'
import { changeSetUp, readSetUpForm, showSetUp } from '../teach/set-up.server.ts'

/** The cohort's instructors. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { cohort, who } = await requireCohort(request, params['id'], context)
  return { view: { ...(await showSetUp(cohort, who.learnerId, context)), notice: noticeOf(request) } }
}

/** The cohort's instructors. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { cohort, who } = await requireCohort(request, params['id'], context)
  const form = readSetUpForm(await request.formData())
  if (form === null) throw new Response(null, { status: 400 })
  const result = await changeSetUp(cohort, who.learnerId, form, context)
  if (result.kind === 'problems') return data(result.change, { status: 422 })
  const to = result.isGone ? '/teach' : `/teach/cohorts/${cohort.id}/set-up`
  return redirect(`${to}?notice=${result.notice}`, 303)
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
  { title: shown ? `${shown.view.head.name}, set up · Casewright` : 'Casewright' },
]

export default function CohortSetUp() {
  const { view } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  if (!answer) return <SetUpPage view={view} />
  const { form, ...change } = answer
  return <SetUpPage view={{ ...view, ...change, notice: null, form: { ...view.form, ...form } }} />
}
