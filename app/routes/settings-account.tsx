import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { readAccountChange } from '../account/account-change.ts'
import { changeAccountOf, confirmPassword } from '../account/change-account.server.ts'
import { waitText } from '../account/wait-text.ts'
import { requireAccount } from '../account/who.server.ts'
import { AccountPage } from '../components/account-page.tsx'
import { readForm, typed } from '../http/read-form.ts'
import { retryAfter, tooOften } from '../http/too-often.server.ts'
import { addressText } from '../mail/address.ts'

const NOTICES: ReadonlyMap<string, string> = new Map([
  ['kept', 'Your changes are kept.'],
  ['password', 'Your new password is set, and you are signed in.'],
])

/** Whoever is signed in. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { account } = await requireAccount(request, context)
  const notice = NOTICES.get(new URL(request.url).searchParams.get('notice') ?? '') ?? null
  return { draft: { name: account.name, email: addressText(account.email) }, notice }
}

const formSchema = z.strictObject({ name: typed, email: typed, password: typed, current: typed })

/** Whoever is signed in and knows the password. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { account, learnerId } = await requireAccount(request, context)
  const form = readForm(formSchema, await request.formData())
  if (form === null) throw new Response(null, { status: 400 })
  const draft = { name: form.name, email: form.email }
  const read = readAccountChange(form, account)
  if ('problems' in read) return data({ draft, problems: read.problems, notice: null }, { status: 422 })
  const confirmed = await confirmPassword(account, form.current, context.limits)
  if (confirmed.kind === 'wait') {
    const answer = { draft, problems: { form: waitText(confirmed.seconds) }, notice: null }
    return tooOften(answer, confirmed.seconds)
  }
  if (confirmed.kind === 'wrong') return data({ draft, problems: { current: WRONG }, notice: null }, { status: 422 })
  const { session, headers } = await context.sessions.fresh(request)
  const changed = await changeAccountOf(learnerId, read.change, { db: context.db, session })
  if (changed === 'taken') return data({ draft, problems: { email: TAKEN }, notice: null }, { status: 422 })
  if (changed === 'gone') return redirect('/sign-in', 303)
  return redirect('/settings/account?notice=kept#main', { status: 303, ...(changed === 'renewed' ? { headers } : {}) })
}

const WRONG = 'This is not your password. Nothing was changed.'
const TAKEN = 'There is another account with this address. Nothing was changed.'

export const headers = retryAfter

export const meta: MetaFunction = () => [{ title: 'Your account · Casewright' }]

export default function SettingsAccount() {
  const shown = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return <AccountPage view={{ problems: {}, ...shown, ...answer }} />
}
