import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { claimAdmin, openFirstAdmin } from '../account/first-admin.server.ts'
import { readNewAccount } from '../account/new-account.ts'
import { waitText } from '../account/wait-text.ts'
import { guestOf, whoIs } from '../account/who.server.ts'
import { FirstAdminPage } from '../components/first-admin-page.tsx'
import { readForm, typed } from '../http/read-form.ts'
import { retryAfter, tooOften } from '../http/too-often.server.ts'

/** Whoever has the link, while there is no admin; for all others it does not exist. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const token = tokenOf(request)
  const isOpen = await openFirstAdmin(token, { db: context.db, now: context.clock.now() })
  if (!isOpen) throw new Response(null, { status: 404 })
  const who = await whoIs(request, context)
  return { token, signedInAs: who?.account?.name ?? null }
}

const NOBODY = { name: '', email: '', password: '' }

const formSchema = z.strictObject({
  name: typed.default(''),
  email: typed.default(''),
  password: typed.default(''),
})

/** Whoever has the link, once, while there is no admin: who is signed in, or somebody who signs up by it. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = readForm(formSchema, await request.formData())
  if (form === null) throw new Response(null, { status: 400 })
  const draft = { name: form.name, email: form.email }
  const seconds = await context.limits.take([['first-admin-network', context.network]])
  if (seconds !== null) {
    const answer = { draft, problems: { form: waitText(seconds) } }
    return tooOften(answer, seconds)
  }
  const who = await whoIs(request, context)
  const read = who?.account ? { account: NOBODY } : readNewAccount(form)
  if ('problems' in read) return data({ draft, problems: read.problems }, { status: 422 })
  const claimant = who?.account ? { signedIn: who.learnerId } : { guest: guestOf(who), account: read.account }
  const { session, headers } = await context.sessions.fresh(request)
  const claimed = await claimAdmin(tokenOf(request), claimant, { db: context.db, session })
  if (claimed === 'taken') return data({ draft, problems: { email: TAKEN } }, { status: 422 })
  if (claimed !== 'admin') throw new Response(null, { status: 404 })
  return redirect('/admin', { status: 303, headers })
}

const TAKEN = 'There is an account with this address already. Sign in with it first, below.'

function tokenOf(request: Request): string {
  return new URL(request.url).searchParams.get('token') ?? ''
}

export const headers = retryAfter

export const meta: MetaFunction = () => [{ title: 'The first admin · Casewright' }]

export default function FirstAdmin() {
  const shown = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return <FirstAdminPage view={{ draft: { name: '', email: '' }, problems: {}, ...shown, ...answer }} />
}
