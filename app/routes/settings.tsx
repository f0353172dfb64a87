import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import type { SettingsView } from '../components/home-views.ts'
import { SettingsPage } from '../components/settings-page.tsx'
import { VisitorPage } from '../components/visitor-page.tsx'
import { findReminderAddress, removeReminderAddress, switchReminders } from '../data/reminder-addresses.server.ts'
import type { ReminderAddress } from '../data/reminder-addresses.server.ts'
import type { RequestContext } from '../http/context.ts'
import { addressText, readAddress } from '../mail/address.ts'
import { askAddress } from '../mail/ask-address.server.ts'
import type { Asked } from '../mail/ask-address.server.ts'

const NOTICES = {
  asked: 'A mail is on its way. Follow the link in it within three days.',
  'confirmed-already': 'That address is confirmed already. Nothing had to be sent.',
  'not-sent': 'The mail could not be sent just now. The address is kept: send it again in a few minutes.',
  'too-often':
    'Five mails were sent for this today, which is the most in a day. Look among the unwanted mails, or try again tomorrow.',
  'no-mail': 'This site sends no mail. Reminders are shown at home only.',
  on: 'Reminders are on again.',
  off: 'Reminders are off.',
  removed: 'The address is removed. Reminders are shown at home only.',
} satisfies Record<Asked | 'on' | 'off' | 'removed', string>

const noticeSchema = z.enum(['asked', 'confirmed-already', 'not-sent', 'too-often', 'no-mail', 'on', 'off', 'removed'])

/** Anyone: a learner sees their own settings, a visitor the way to a first case. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const learner = await context.sessions.learnerOf(request)
  if (learner === null) return { view: null }
  const address = await findReminderAddress(context.db.read, learner)
  const notice = noticeSchema.safeParse(new URL(request.url).searchParams.get('notice')).data
  const view: SettingsView = {
    canSend: context.mail.post !== null,
    address: address && { email: addressText(address.email), state: stateOf(address) },
    notice: notice === undefined ? null : NOTICES[notice],
    typed: '',
    problem: null,
  }
  return { view }
}

function stateOf({ confirmedAt, isOff }: ReminderAddress): 'unconfirmed' | 'on' | 'off' {
  if (confirmedAt === null) return 'unconfirmed'
  return isOff ? 'off' : 'on'
}

const formSchema = z.discriminatedUnion('intent', [
  z.strictObject({ intent: z.literal('address'), email: z.string().max(20_000) }),
  z.strictObject({ intent: z.enum(['again', 'on', 'off', 'remove']) }),
])

/** A learner, about their own reminders. */
export async function action({ request, context }: ActionFunctionArgs) {
  const learnerId = await context.sessions.learnerOf(request)
  if (learnerId === null) throw new Response(null, { status: 404 })
  const form = formSchema.safeParse(Object.fromEntries((await request.formData()).entries())).data
  if (!form) throw new Response(null, { status: 400 })
  switch (form.intent) {
    case 'address': {
      const read = readAddress(form.email)
      if ('problem' in read) return data({ typed: form.email, problem: read.problem }, { status: 422 })
      return ask({ learnerId, email: read.email, typed: form.email }, context)
    }
    case 'again': {
      const kept = await findReminderAddress(context.db.read, learnerId)
      if (kept === null) return redirect('/settings', 303)
      return ask({ learnerId, email: kept.email, typed: null }, context)
    }
    case 'on':
    case 'off':
      await context.db.write((tx) => switchReminders(tx, learnerId, form.intent === 'off'))
      return redirect(`/settings?notice=${form.intent}#main`, 303)
    case 'remove':
      await context.db.write((tx) => removeReminderAddress(tx, learnerId))
      return redirect('/settings?notice=removed#main', 303)
  }
}

async function ask(
  { learnerId, email, typed }: { learnerId: string; email: string; typed: string | null },
  { db, limits, mail, clock, log }: RequestContext,
) {
  const asked = await askAddress({ learnerId, email }, { db, limits, mail, now: clock.now(), log })
  if (asked === 'too-often' && typed !== null) return data({ typed, problem: NOTICES[asked] }, { status: 429 })
  return redirect(`/settings?notice=${asked}#main`, 303)
}

export const meta: MetaFunction = () => [{ title: 'Reminders · Casewright' }]

export default function Settings() {
  const { view } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  if (view === null) {
    return (
      <VisitorPage
        title="There is nothing to set yet."
        text="Reminders are about your own plans, and a plan comes out of a case."
      />
    )
  }
  return <SettingsPage view={{ ...view, ...answer, ...(answer ? { notice: null } : {}) }} />
}
