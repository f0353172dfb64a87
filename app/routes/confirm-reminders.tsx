import { data } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { MailLinkPage } from '../components/mail-link-page.tsx'
import { addressText } from '../mail/address.ts'
import { followLink, openLink } from '../mail/follow-link.server.ts'

/** Anyone with the link of a confirmation mail. Opening it changes nothing. */
export async function loader({ request, context: { db, mail, clock } }: LoaderFunctionArgs) {
  const token = new URL(request.url).searchParams.get('token')
  const opened = await openLink('confirm', token, { db, links: mail.links, now: clock.now() })
  const email = opened.state === 'stale' ? '' : addressText(opened.email)
  return data({ state: opened.state, email }, { status: opened.state === 'stale' ? 404 : 200 })
}

/** Anyone with the link of a confirmation mail. */
export async function action({ request, context: { db, mail, clock } }: ActionFunctionArgs) {
  const token = new URL(request.url).searchParams.get('token')
  const { state } = await followLink('confirm', token, { db, links: mail.links, now: clock.now() })
  return data({ state }, { status: state === 'done' ? 200 : 404 })
}

export const meta: MetaFunction = () => [{ title: 'Confirm your address · Casewright' }]

const HOME = { label: 'Go home', to: '/home' }
const SETTINGS = { label: 'Open the settings', to: '/settings' }

export default function ConfirmReminders() {
  const { state, email } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  switch (answer?.state ?? state) {
    case 'ready':
      return (
        <MailLinkPage
          title="Is this your address?"
          text={`Then reminders of your plans go to ${email}, on the day you chose for each. You can switch them off with one press.`}
          button="Yes, send reminders there"
          next={HOME}
        />
      )
    case 'done':
      return (
        <MailLinkPage
          title="Your address is confirmed."
          text={`Reminders go to ${email}, unless you have switched them off.`}
          button={null}
          next={HOME}
        />
      )
    case 'expired':
      return (
        <MailLinkPage
          title="This link was good for three days."
          text="They have passed, so nothing was confirmed and nothing is sent. Ask for another mail in the settings, in the browser that you played in."
          button={null}
          next={SETTINGS}
        />
      )
    case 'stale':
      return (
        <MailLinkPage
          title="This link is no longer good."
          text="The address it is about was changed or removed since, or the link was cut off on its way. Nothing was changed."
          button={null}
          next={SETTINGS}
        />
      )
  }
}
