import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { InvitePage } from '../components/invite-page.tsx'
import { showImport, takeImport } from '../teach/invite.server.ts'
import { TOO_LARGE } from '../teach/read-people.ts'
import { requireCohort } from '../teach/require-cohort.server.ts'

/** The cohort's instructors. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { cohort } = await requireCohort(request, params['id'], context)
  const view = await showImport(cohort, context)
  const isTooLarge = new URL(request.url).searchParams.has('too-large')
  return { view: isTooLarge ? { ...view, problem: TOO_LARGE } : view }
}

/** The cohort's instructors. A file is only looked at; what was seen is then confirmed. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { cohort } = await requireCohort(request, params['id'], context)
  const form = await request.formData().catch(() => null)
  const answer = form && (await takeImport(cohort.id, form, context))
  if (answer === null) throw new Response(null, { status: 400 })
  if (answer.kind === 'invited') return redirect(`/teach/cohorts/${cohort.id}/people?notice=invited`, 303)
  return data(answer, { status: answer.kind === 'problem' ? 422 : 200 })
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
  { title: shown ? `${shown.view.head.name}, invite · Casewright` : 'Casewright' },
]

export default function CohortInvite() {
  const { view } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  if (answer?.kind === 'preview') return <InvitePage view={{ ...view, problem: null, preview: answer.preview }} />
  return <InvitePage view={answer ? { ...view, problem: answer.problem } : view} />
}
