import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { CaseBrief } from '../components/case-brief.tsx'
import { ErrorPage } from '../components/error-page.tsx'
import { findUnderWay } from '../data/attempts.server.ts'
import { findWithdrawal } from '../data/publications.server.ts'
import { caseBrief } from '../play/case-card.ts'
import { startAttempt } from '../play/start-attempt.server.ts'
import { withdrawnText } from '../play/withdrawn-text.ts'
import { standingsOf } from '../play/standings.server.ts'

/** Anyone; a learner also sees where they stand with the case. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const slug = params['slug'] ?? ''
  const standings = await standingsOf(await context.sessions.learnerOf(request), context)
  const loaded = await context.library.findServed(slug)
  if (loaded) return { kind: 'brief' as const, brief: caseBrief(slug, loaded), standing: standings(slug) }
  if ((await findWithdrawal(context.db.read, slug)) === null) throw new Response(null, { status: 404 })
  return data({ kind: 'withdrawn' as const, why: withdrawnText(standings(slug)) }, { status: 410 })
}

const formSchema = z.strictObject({
  intent: z.enum(['start', 'start-again']).default('start'),
  noTimeLimits: z.literal('yes').optional(),
})

/** Anyone; a visitor becomes a guest by starting. Starting twice leads to the attempt under way, unless asked for a new one. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const fields = formSchema.safeParse(Object.fromEntries((await request.formData()).entries())).data
  if (!fields) throw new Response(null, { status: 400 })
  const slug = params['slug'] ?? ''
  const loaded = await context.library.findServed(slug)
  if (!loaded) throw new Response(null, { status: 404 })
  const known = await context.sessions.learnerOf(request)
  const underWay =
    known === null || fields.intent === 'start-again' ? null : await findUnderWay(context.db.read, known, slug)
  if (underWay !== null) return redirect(`/attempts/${underWay}`, 303)
  const { learnerId, headers } =
    known === null ? await context.sessions.startGuest(request) : { learnerId: known, headers: {} }
  const id = await startAttempt(context, {
    learnerId,
    slug,
    hash: loaded.hash,
    limits: fields.noTimeLimits === undefined,
  })
  return redirect(`/attempts/${id}`, { status: 303, headers })
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
  { title: shown ? `${shown.kind === 'brief' ? shown.brief.title : shown.why.title} · Casewright` : 'Casewright' },
]

export default function CaseRoute() {
  const shown = useLoaderData<typeof loader>()
  return shown.kind === 'brief' ? (
    <CaseBrief brief={shown.brief} standing={shown.standing} />
  ) : (
    <ErrorPage {...shown.why} />
  )
}
