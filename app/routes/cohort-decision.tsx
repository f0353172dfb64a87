import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { DiscussionPage } from '../components/discussion-page.tsx'
import { showDiscussion } from '../teach/discuss.server.ts'
import { requireCohort } from '../teach/require-cohort.server.ts'

/** The cohort's instructors. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { cohort } = await requireCohort(request, params['id'], context)
  const asked = { slug: params['slug'] ?? '', decision: params['decision'] ?? '' }
  const view = await showDiscussion(cohort, asked, context)
  if (view === null) throw new Response(null, { status: 404 })
  return { view }
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
  { title: shown ? `${shown.view.scene.title}, ${shown.view.title} · Casewright` : 'Casewright' },
]

export default function CohortDecision() {
  return <DiscussionPage {...useLoaderData<typeof loader>()} />
}
