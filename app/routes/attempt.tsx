import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { redirect as goTo, useActionData, useLoaderData } from '@remix-run/react'
import type { ClientActionFunctionArgs, ClientLoaderFunctionArgs } from '@remix-run/react'
import { CaseBrief } from '../components/case-brief.tsx'
import { Player } from '../components/player.tsx'
import { orStay } from '../components/unsent.ts'
import { placeOf, useFocusOnChange } from '../components/use-focus-on-change.ts'
import type { PlayPage } from '../components/views.ts'
import type { RequestContext } from '../http/context.ts'
import { requireAttempt } from '../play/attempt.server.ts'
import { decide } from '../play/decide.server.ts'
import { reflect } from '../play/reflect.server.ts'
import { showAttempt } from '../play/show-attempt.server.ts'

/** The learner whose attempt it is. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const played = await requireAttempt(request, params['id'] ?? '', context)
  return showAttempt(played, new URL(request.url).searchParams, context)
}

/** The learner whose attempt it is. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const played = await requireAttempt(request, params['id'] ?? '', context)
  const form = await request.formData()
  switch (form.get('intent')) {
    case 'decide': {
      const decided = await decide(played, form, context)
      if (decided.kind === 'draft') return data(decided, { status: 422 })
      // Without script, the browser goes on to the outcome's own address; with it, this answer brings the outcome.
      return context.wantsData && decided.page ? decided : redirect(fromTop(decided.location, context), 303)
    }
    case 'reflect': {
      const reflected = await reflect(played, form, context)
      return reflected.kind === 'kept'
        ? redirect(fromTop(reflected.location, context), 303)
        : data(reflected, { status: 422 })
    }
    default:
      throw new Response(null, { status: 400 })
  }
}

/** Without script a redirect inherits the fragment of the form that was sent, unless it has its own: the next page is read from its top. */
function fromTop(location: string, { wantsData }: RequestContext): string {
  return wantsData ? location : `${location}#main`
}

/** Pages that came with the answer to a decision, until the navigation that shows them asks for their data. */
const arrived = new Map<string, PlayPage>()

export async function clientAction({ request, serverAction }: ClientActionFunctionArgs) {
  return orStay(request, async () => {
    const answer = await serverAction<typeof action>()
    if (answer.kind !== 'decided' || !answer.page) return answer
    arrived.set(answer.location, answer.page)
    return goTo(answer.location)
  })
}

export async function clientLoader({ request, serverLoader }: ClientLoaderFunctionArgs) {
  const { pathname, search } = new URL(request.url)
  const page = arrived.get(pathname + search)
  arrived.delete(pathname + search)
  return page ? { kind: 'play' as const, page } : serverLoader<typeof loader>()
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => {
  if (!shown) return [{ title: 'Casewright' }]
  if (shown.kind === 'brief') return [{ title: `${shown.brief.title} · Casewright` }]
  return [{ title: `${shown.page.scene.title}, ${shown.page.frame.title} · Casewright` }]
}

export default function AttemptRoute() {
  const shown = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const key = shown.kind === 'brief' ? 'brief' : placeOf(shown.page)
  useFocusOnChange(key)
  if (shown.kind === 'brief')
    return <CaseBrief brief={shown.brief} standing={NONE} begin={shown.begin} isReplay={shown.isReplay} />
  if (answer?.kind === 'unanswered') return <Player page={answer.page} />
  if (answer?.kind === 'draft') return <Player page={shown.page} draft={answer.draft} problems={answer.problems} />
  return <Player page={shown.page} />
}

/** An attempt's own brief tells nothing of other attempts. */
const NONE = { underWay: null, ended: [] }
