import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { JoinPage } from '../components/join-page.tsx'
import { joinCohort, showJoin, tryCode } from '../teach/join.server.ts'

/** Anyone, with a link that holds a code or without. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const learnerId = await context.sessions.learnerOf(request)
  const typed = params['code'] ?? ''
  const tried = typed === '' ? null : await tryCode(typed, context)
  const view = await showJoin(learnerId, { typed, tried }, context)
  return data({ view }, { status: tried !== null && 'problem' in tried ? tried.status : 200 })
}

const formSchema = z.discriminatedUnion('intent', [
  z.strictObject({ intent: z.literal('look'), code: z.string().max(20_000) }),
  z.strictObject({ intent: z.literal('join'), code: z.string().max(100), shares: z.literal('yes').optional() }),
])

/** Anyone; a visitor becomes a guest by joining. A code is looked up first, so that one sees what one joins. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = formSchema.safeParse(Object.fromEntries((await request.formData()).entries())).data
  if (!form) throw new Response(null, { status: 400 })
  const tried = await tryCode(form.code, context)
  if ('problem' in tried) {
    return data(
      { typed: form.code.slice(0, 60), problem: tried.problem, code: '', cohort: null },
      { status: tried.status },
    )
  }
  const { cohort } = tried
  if (form.intent === 'look') return redirect(`/join/${cohort.joinCode}`, 303)
  const known = await context.sessions.learnerOf(request)
  const { learnerId, headers } =
    known === null ? await context.sessions.startGuest(request) : { learnerId: known, headers: {} }
  await joinCohort({ cohortId: cohort.id, learnerId, sharesProfile: form.shares === 'yes' }, context)
  return redirect(`/cohorts/${cohort.id}?notice=joined`, { status: 303, headers })
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
  { title: shown?.view.cohort ? `Join ${shown.view.cohort.name} · Casewright` : 'Join a cohort · Casewright' },
]

export default function Join() {
  const { view } = useLoaderData<typeof loader>()
  return <JoinPage view={{ ...view, ...useActionData<typeof action>() }} />
}
