import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { SharedProfilePage } from '../components/shared-profile-page.tsx'
import { requireCohort } from '../teach/require-cohort.server.ts'
import { showSharedProfile } from '../teach/shared-profile.server.ts'

/** The cohort's instructors, about a learner who shares their profile with it. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { cohort } = await requireCohort(request, params['id'], context)
  const view = await showSharedProfile(cohort, params['learner'] ?? '', context)
  if (view === null) throw new Response(null, { status: 404 })
  return { view }
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
  { title: shown ? `Profile of ${shown.view.name} · Casewright` : 'Casewright' },
]

export default function CohortProfile() {
  return <SharedProfilePage {...useLoaderData<typeof loader>()} />
}
