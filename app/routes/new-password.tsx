import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { openReset, useReset } from '../account/reset.server.ts'
import { waitText } from '../account/wait-text.ts'
import { browserBefore, guestOf, whoIs } from '../account/who.server.ts'
import { NewPasswordPage } from '../components/reset-page.tsx'
import { readForm, typed } from '../http/read-form.ts'
import { retryAfter, tooOften } from '../http/too-often.server.ts'
import { playedAsGuest } from '../play/played-as-guest.server.ts'
import { signInAs } from '../play/sign-in-as.server.ts'

/** Whoever has the link. Opening it changes nothing: programs open links that nobody pressed. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const token = new URL(request.url).searchParams.get('token') ?? ''
  const state = await openReset(token, { db: context.db, now: context.clock.now() })
  const guest = await playedAsGuest(guestOf(await whoIs(request, context)), context)
  return data({ state, token, guest }, { status: state === 'open' ? 200 : 410 })
}

const formSchema = z.strictObject({ token: typed, password: typed, keep: z.literal('yes').optional() })

/** Whoever has the link, once. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = readForm(formSchema, await request.formData())
  if (form === null) throw new Response(null, { status: 400 })
  const isKept = form.keep === 'yes'
  const seconds = await context.limits.take([['link-network', context.network]])
  if (seconds !== null) {
    const answer = { isKept, problem: waitText(seconds) }
    return tooOften(answer, seconds)
  }
  const { db, clock, limits } = context
  const reset = await useReset({ secret: form.token, password: form.password }, { db, limits, now: clock.now() })
  if (reset.kind === 'problem') return data({ isKept, problem: reset.problem }, { status: 422 })
  if (reset.kind === 'closed') return data({ isKept, problem: null, state: reset.state }, { status: 410 })
  const before = browserBefore(await whoIs(request, context))
  const headers = await signInAs({ account: reset.account, before, isKept, request }, context)
  if (headers === null) return redirect('/sign-in', 303)
  return redirect('/settings/account?notice=password', { status: 303, headers })
}

export const headers = retryAfter

export const meta: MetaFunction = () => [{ title: 'A new password · Casewright' }]

export default function NewPassword() {
  const shown = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return <NewPasswordPage view={{ problem: null, isKept: true, ...shown, ...answer }} />
}
