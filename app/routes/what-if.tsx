import { data } from '@remix-run/node'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Comparison } from '../components/comparison.tsx'
import { ErrorPage } from '../components/error-page.tsx'
import { Player } from '../components/player.tsx'
import { placeOf, useFocusOnChange } from '../components/use-focus-on-change.ts'
import { WhatIfDecision } from '../components/what-if-decision.tsx'
import { requireAttempt } from '../play/attempt.server.ts'
import { showWhatIf } from '../play/show-what-if.server.ts'
import type { ShownWhatIf } from '../play/show-what-if.server.ts'

/** The learner whose attempt it is, once its debrief is open. There is no action: a what-if is never sent, only looked up. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const played = await requireAttempt(request, params['id'] ?? '', context)
  const shown = await showWhatIf(played, params['seq'] ?? '', new URL(request.url).searchParams, context)
  return data(shown, { status: statusOf(shown) })
}

function statusOf(shown: ShownWhatIf): number {
  if (shown.kind === 'refused') return 400
  return shown.kind === 'decision' && shown.view.isUnanswered ? 422 : 200
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
  { title: shown ? `${titleOf(shown)} · Casewright` : 'Casewright' },
]

function titleOf(shown: ShownWhatIf): string {
  switch (shown.kind) {
    case 'play':
      return `What if: ${shown.page.scene.title}, ${shown.page.frame.title}`
    case 'decision':
      return `What if: ${shown.view.page.scene.title}, ${shown.view.page.frame.title}`
    case 'compared':
      return `Two runs side by side, ${shown.view.title}`
    case 'refused':
      return shown.why.title
  }
}

export default function WhatIfRoute() {
  const shown = useLoaderData<typeof loader>()
  useFocusOnChange(keyOf(shown))
  switch (shown.kind) {
    case 'play':
      return <Player page={shown.page} />
    case 'decision':
      return <WhatIfDecision view={shown.view} />
    case 'compared':
      return <Comparison view={shown.view} />
    case 'refused':
      return <ErrorPage {...shown.why} />
  }
}

function keyOf(shown: ShownWhatIf): string {
  if (shown.kind === 'play') return placeOf(shown.page)
  return shown.kind === 'decision' ? placeOf(shown.view.page) : shown.kind
}
