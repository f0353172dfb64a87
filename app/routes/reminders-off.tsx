import { data } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { MailLinkPage } from '../components/mail-link-page.tsx'
import { addressText } from '../mail/address.ts'
import { followLink, openLink } from '../mail/follow-link.server.ts'

/** Anyone with the link of a reminder. Opening it changes nothing. */
export async function loader({ request, context: { db, mail, clock } }: LoaderFunctionArgs) {
  const token = new URL(request.url).searchParams.get('token')
  const opened = await openLink('off', token, { db, links: mail.links, now: clock.now() })
  const email = opened.state === 'stale' ? '' : addressText(opened.email)
  return data({ state: opened.state, email }, { status: opened.state === 'stale' ? 404 : 200 })
}

/**
 * Anyone with the link of a reminder, and mail programs in their name (RFC 8058): no session, and nothing of the form is read.
 * Answered without a redirect, which those programs need not follow.
 */
export async function action({ request, context: { db, mail, clock } }: ActionFunctionArgs) {
  const token = new URL(request.url).searchParams.get('token')
  const { state } = await followLink('off', token, { db, links: mail.links, now: clock.now() })
  return data({ state }, { status: state === 'done' ? 200 : 404 })
}

export const meta: MetaFunction = () => [{ title: 'Switch reminders off · Casewright' }]

export default function RemindersOff() {
  const { state, email } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  switch (answer?.state ?? state) {
    case 'done':
      return (
        <MailLinkPage
          title="Reminders are off."
          text={`Nothing more is sent to ${email}. Your plans still come back at home, and you can switch reminders on again in the settings.`}
          button={null}
          next={{ label: 'Open the settings', to: '/settings' }}
        />
      )
    case 'ready':
      return (
        <MailLinkPage
          title="Switch reminders off?"
          text={`Then nothing more is sent to ${email}. Your plans still come back at home.`}
          button="Switch them off"
          next={{ label: 'Go home', to: '/home' }}
        />
      )
    case 'expired':
    case 'stale':
      return (
        <MailLinkPage
          title="This link is no longer good."
          text="The address it is about was changed or removed since, so no reminders go there; or the link was cut off on its way."
          button={null}
          next={{ label: 'Open the settings', to: '/settings' }}
        />
      )
  }
}
