import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { readEmail } from '../account/account-fields.ts'
import { makeResetFor, noteResetAsked, resetPath } from '../account/reset.server.ts'
import { waitText } from '../account/wait-text.ts'
import { ResetPage } from '../components/reset-page.tsx'
import type { RequestContext } from '../http/context.ts'
import { readForm, typed } from '../http/read-form.ts'
import { retryAfter, tooOften } from '../http/too-often.server.ts'
import { sendReset } from '../mail/send-reset.server.ts'

/** Anyone. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const isAsked = new URL(request.url).searchParams.get('asked') === 'yes'
  return { sendsMail: context.mail.post !== null, isAsked }
}

const formSchema = z.strictObject({ email: typed })

/** Anyone. The answer is the same, and as fast, whether or not there is an account. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = readForm(formSchema, await request.formData())
  if (form === null) throw new Response(null, { status: 400 })
  const read = readEmail(form.email)
  if ('problem' in read) return data({ email: form.email, problem: read.problem }, { status: 422 })
  const { email } = read
  const seconds = await context.limits.take([
    ['reset-network', context.network],
    ['reset-address', email],
  ])
  if (seconds !== null) {
    const answer = { email: form.email, problem: waitText(seconds) }
    return tooOften(answer, seconds)
  }
  // Not waited for: how long it takes would tell whether there is an account.
  void ask(email, context).catch((error: unknown) => context.log.error({ err: error }, 'reset'))
  return redirect('/reset?asked=yes#main', 303)
}

async function ask(email: string, { db, clock, mail, site, log }: RequestContext): Promise<void> {
  const now = clock.now()
  const { post } = mail
  if (post === null) return noteResetAsked(email, { db, now })
  const secret = await makeResetFor(email, { db, now })
  if (secret !== null) await sendReset({ to: email, link: `${site()}${resetPath(secret)}` }, { post, log })
}

export const headers = retryAfter

export const meta: MetaFunction = () => [{ title: 'A new password · Casewright' }]

export default function Reset() {
  const shown = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return <ResetPage email="" problem={null} {...shown} {...answer} />
}
