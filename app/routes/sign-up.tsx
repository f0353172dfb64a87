import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { readNewAccount } from '../account/new-account.ts'
import { nextAddress } from '../account/next-address.ts'
import { signUp } from '../account/sign-up.server.ts'
import { waitText } from '../account/wait-text.ts'
import { guestOf, whoIs } from '../account/who.server.ts'
import { SignUpPage } from '../components/sign-up-page.tsx'
import { readForm, typed } from '../http/read-form.ts'
import { retryAfter, tooOften } from '../http/too-often.server.ts'
import { playedAsGuest } from '../play/played-as-guest.server.ts'

/** Anyone; who is signed in already is led to their account. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const who = await whoIs(request, context)
  if (who?.account) return redirect('/settings/account')
  const next = new URL(request.url).searchParams.get('next')
  return { guest: await playedAsGuest(guestOf(who), context), next: next && nextAddress(next, '/home') }
}

const formSchema = z.strictObject({ name: typed, email: typed, password: typed })

/** Anyone who is not signed in. A guest keeps what they played. */
export async function action({ request, context }: ActionFunctionArgs) {
  const who = await whoIs(request, context)
  if (who?.account) return redirect('/settings/account', 303)
  const form = readForm(formSchema, await request.formData())
  if (form === null) throw new Response(null, { status: 400 })
  const draft = { name: form.name, email: form.email }
  const read = readNewAccount(form)
  if ('problems' in read) return data({ draft, problems: read.problems }, { status: 422 })
  const seconds = await context.limits.take([['sign-up-network', context.network]])
  if (seconds !== null) {
    const problems = { form: waitText(seconds) }
    return tooOften({ draft, problems }, seconds)
  }
  const { session, headers } = await context.sessions.fresh(request)
  if ((await signUp(read.account, { db: context.db, guest: guestOf(who), session })) === 'taken')
    return data({ draft, problems: { email: TAKEN } }, { status: 422 })
  return redirect(nextAddress(new URL(request.url).searchParams.get('next'), '/home'), { status: 303, headers })
}

const TAKEN = 'There is an account with this address already. Sign in with it, or ask for a new password.'

export const headers = retryAfter

export const meta: MetaFunction = () => [{ title: 'Sign up · Casewright' }]

export default function SignUp() {
  const shown = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return <SignUpPage view={{ draft: { name: '', email: '' }, problems: {}, ...shown, ...answer }} />
}
