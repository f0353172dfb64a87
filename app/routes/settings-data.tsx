import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { confirmPassword } from '../account/change-account.server.ts'
import { dataFileParts } from '../account/data-file.ts'
import { waitText } from '../account/wait-text.ts'
import { requireLearner, whoIs } from '../account/who.server.ts'
import type { Who } from '../account/who.server.ts'
import { DataPage, DeletedPage } from '../components/data-page.tsx'
import { countAdmins } from '../data/accounts.server.ts'
import { deleteLearner } from '../data/delete-learner.server.ts'
import type { RequestContext } from '../http/context.ts'
import { readForm, typed } from '../http/read-form.ts'
import { retryAfter, tooOften } from '../http/too-often.server.ts'

/** A learner, be it a guest, about their own data; who has just deleted theirs is told so. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const isDeleted = new URL(request.url).searchParams.get('deleted') === 'yes'
  if (isDeleted && (await whoIs(request, context)) === null) return { view: null }
  const { account } = await requireLearner(request, context)
  const isOnlyAdmin = account?.role === 'admin' && (await countAdmins(context.db.read)) === 1
  return { view: { parts: dataFileParts(), isGuest: account === null, isOnlyAdmin, problem: null } }
}

const formSchema = z.strictObject({ password: typed.default(''), word: typed.default('') })

/** A learner, about their own data: with the password, or a guest by a word. */
export async function action({ request, context }: ActionFunctionArgs) {
  const who = await requireLearner(request, context)
  const form = readForm(formSchema, await request.formData())
  if (form === null) throw new Response(null, { status: 400 })
  const refused = await refusalOf(who, form, context)
  if (refused !== null) {
    const { problem, seconds } = refused
    return seconds === null ? data({ problem }, { status: 422 }) : tooOften({ problem }, seconds)
  }
  await context.db.write((tx) => deleteLearner(tx, who.learnerId))
  const headers = await context.sessions.forget(request)
  return redirect('/settings/data?deleted=yes', { status: 303, headers })
}

/** Why it is not deleted yet; null where the learner means it. */
async function refusalOf(
  { account }: Who,
  { password, word }: { password: string; word: string },
  { limits }: RequestContext,
): Promise<{ problem: string; seconds: number | null } | null> {
  if (account === null) {
    const isMeant = word.trim().toLowerCase() === 'delete'
    return isMeant ? null : { problem: 'Type the word delete. Nothing was deleted.', seconds: null }
  }
  const confirmed = await confirmPassword(account, password, limits)
  if (confirmed.kind === 'wait') return { problem: waitText(confirmed.seconds), seconds: confirmed.seconds }
  return confirmed.kind === 'right'
    ? null
    : { problem: 'This is not your password. Nothing was deleted.', seconds: null }
}

export const headers = retryAfter

export const meta: MetaFunction = () => [{ title: 'Your data · Casewright' }]

export default function SettingsData() {
  const { view } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return view === null ? <DeletedPage /> : <DataPage view={{ ...view, ...answer }} />
}
