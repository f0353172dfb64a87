import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { ClientActionFunctionArgs } from '@remix-run/react'
import { Debrief } from '../components/debrief.tsx'
import { drawMap } from '../components/map-layout.ts'
import { orStay } from '../components/unsent.ts'
import { requireAttempt } from '../play/attempt.server.ts'
import { commit } from '../play/commit.server.ts'
import { showDebrief } from '../play/show-debrief.server.ts'
import { cohortsWith } from '../teach/compare.server.ts'

/** The learner whose attempt it is. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const played = await requireAttempt(request, params['id'] ?? '', context)
  const view = await showDebrief(played, context)
  const cohorts = await cohortsWith(view.slug, played.learnerId, context)
  return { view, drawings: drawMap(view.map), hasCohort: cohorts.length > 0 }
}

/** The learner whose attempt it is, once the debrief is open. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const played = await requireAttempt(request, params['id'] ?? '', context)
  const { attempt } = await showDebrief(played, context)
  const result = await commit({ attemptId: attempt, learnerId: played.learnerId }, await request.formData(), context)
  if (result.kind === 'problems') return data(result, { status: 422 })
  return redirect(`/attempts/${attempt}/debrief#plan`, 303)
}

export async function clientAction({ request, serverAction }: ClientActionFunctionArgs) {
  return orStay(request, serverAction)
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
  { title: shown ? `Debrief, ${shown.view.title} · Casewright` : 'Casewright' },
]

export default function DebriefRoute() {
  const { view, drawings, hasCohort } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const commitment = answer?.commitment ?? view.commitment
  return <Debrief view={{ ...view, commitment }} drawings={drawings} hasCohort={hasCohort} />
}
