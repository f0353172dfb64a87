import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { nextAddress } from '../account/next-address.ts'
import { checkPassword } from '../account/sign-in.server.ts'
import { waitText } from '../account/wait-text.ts'
import { browserBefore, guestOf, whoIs } from '../account/who.server.ts'
import { SignInPage } from '../components/sign-in-page.tsx'
import { readForm, typed } from '../http/read-form.ts'
import { retryAfter, tooOften } from '../http/too-often.server.ts'
import { playedAsGuest } from '../play/played-as-guest.server.ts'
import { signInAs } from '../play/sign-in-as.server.ts'

const NOTICES: ReadonlyMap<string, string> = new Map([
  ['out', 'You are signed out of this browser.'],
  ['role', 'Your role is changed. Sign in again with it.'],
])

/** Anyone; who is signed in already is led to their account. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const who = await whoIs(request, context)
  if (who?.account) return redirect('/settings/account')
  const query = new URL(request.url).searchParams
  const next = query.get('next')
  return {
    guest: await playedAsGuest(guestOf(who), context),
    notice: NOTICES.get(query.get('notice') ?? '') ?? null,
    next: next && nextAddress(next, '/home'),
  }
}

const formSchema = z.strictObject({ email: typed, password: typed, keep: z.literal('yes').optional() })

/** Anyone. Whatever is wrong, the answer is the same for every address. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = readForm(formSchema, await request.formData())
  if (form === null) throw new Response(null, { status: 400 })
  const isKept = form.keep === 'yes'
  const knownAs = (learnerId: string) => context.sessions.knownAs(request, learnerId)
  const checked = await checkPassword({ ...form, network: context.network, knownAs }, context)
  if (checked.kind === 'wait') {
    const answer = { email: form.email, isKept, problem: waitText(checked.seconds), notice: null }
    return tooOften(answer, checked.seconds)
  }
  const before = browserBefore(await whoIs(request, context))
  const headers =
    checked.kind === 'right' && (await signInAs({ account: checked.account, before, isKept, request }, context))
  if (!headers) return data({ email: form.email, isKept, problem: WRONG, notice: null }, { status: 422 })
  return redirect(nextAddress(new URL(request.url).searchParams.get('next'), '/home'), { status: 303, headers })
}

const WRONG = 'This address and this password don’t belong together. Check both and try again; nothing was changed.'

export const headers = retryAfter

export const meta: MetaFunction = () => [{ title: 'Sign in · Casewright' }]

export default function SignIn() {
  const shown = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return <SignInPage view={{ email: '', problem: null, isKept: true, ...shown, ...answer }} />
}
