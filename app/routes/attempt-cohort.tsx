import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ComparisonPage } from '../components/comparison-page.tsx'
import { requireAttempt } from '../play/attempt.server.ts'
import { showDebrief } from '../play/show-debrief.server.ts'
import { showComparison } from '../teach/compare.server.ts'

/** The learner whose attempt it is, once its debrief is open, if they are in a cohort that plays the case. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const played = await requireAttempt(request, params['id'] ?? '', context)
  await showDebrief(played, context)
  const view = await showComparison(played, context)
  if (view === null) throw new Response(null, { status: 404 })
  return { view }
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
  { title: shown ? `How others chose in ${shown.view.title} · Casewright` : 'Casewright' },
]

export default function AttemptCohort() {
  return <ComparisonPage {...useLoaderData<typeof loader>()} />
}
