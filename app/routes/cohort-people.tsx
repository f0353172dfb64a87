import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { MembersPage } from '../components/members-page.tsx'
import { noticeOf } from '../teach/notices.ts'
import { changePeople, showPeople } from '../teach/people.server.ts'
import { requireCohort } from '../teach/require-cohort.server.ts'

/** The cohort's instructors. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { cohort } = await requireCohort(request, params['id'], context)
  return { view: { ...(await showPeople(cohort, context)), notice: noticeOf(request) } }
}

/** The cohort's instructors. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { cohort } = await requireCohort(request, params['id'], context)
  const notice = await changePeople(cohort.id, await request.formData(), context)
  if (notice === null) throw new Response(null, { status: 400 })
  return redirect(`/teach/cohorts/${cohort.id}/people?notice=${notice}`, 303)
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
  { title: shown ? `${shown.view.head.name}, people · Casewright` : 'Casewright' },
]

export default function CohortPeople() {
  return <MembersPage {...useLoaderData<typeof loader>()} />
}
