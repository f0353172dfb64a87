import { Form, Link, useNavigation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Field } from './field.tsx'
import type { SettingsView } from './home-views.ts'
import { Notice } from './notice.tsx'
import { PageHead } from './page-head.tsx'
import { Section } from './section.tsx'
import { SettingsNav } from './settings-nav.tsx'
import { useFocusOnFault } from './use-focus-on-fault.ts'

/** Where a learner says whether and where they are reminded. */
export function SettingsPage({ view }: { view: SettingsView }) {
  return (
    <>
      <Notice text={view.notice} />
      <SettingsNav />
      <PageHead title="Reminders">
        <p className="prose">On the day you chose, a plan comes back at home and asks what became of it.</p>
      </PageHead>
      {view.canSend ? <ByMail view={view} /> : <AtHomeOnly view={view} />}
      <p className="send onward">
        <Link className="link" to="/home">
          Back home
        </Link>
      </p>
    </>
  )
}

function AtHomeOnly({ view: { address } }: { view: SettingsView }) {
  return (
    <Section id="mail" title="By mail">
      <p className="setting">This site sends no mail. Reminders are shown at home only.</p>
      {address !== null && (
        <>
          <p className="setting">
            An address is kept from earlier: <b>{address.email}</b>
          </p>
          <Buttons>
            <Act intent="remove" label="Remove this address" isQuiet />
          </Buttons>
        </>
      )}
    </Section>
  )
}

function ByMail({ view }: { view: SettingsView }) {
  const { address } = view
  return (
    <Section
      id="mail"
      title="By mail"
      note="One short mail on the day, with your own plan in it and nothing of your results. Each has a link that ends them."
    >
      {address === null ? (
        <AddressForm view={view} label="Send me a mail to confirm it" />
      ) : (
        <>
          <State address={address} />
          <details className="more-of" open={view.problem !== null}>
            <summary>Use another address</summary>
            <AddressForm view={view} label="Send a mail there to confirm it" />
          </details>
        </>
      )}
    </Section>
  )
}

function State({ address: { email, state } }: { address: NonNullable<SettingsView['address']> }) {
  return (
    <>
      <p className="setting">
        {SENTENCES[state].before} <b>{email}</b>
        {SENTENCES[state].after}
      </p>
      <Buttons>
        {state === 'unconfirmed' && <Act intent="again" label="Send it again" />}
        {state === 'on' && <Act intent="off" label="Switch reminders off" />}
        {state === 'off' && <Act intent="on" label="Switch reminders on" />}
        <Act intent="remove" label="Remove this address" isQuiet />
      </Buttons>
    </>
  )
}

const SENTENCES = {
  unconfirmed: {
    before: 'Not confirmed yet:',
    after: '. Reminders begin once you follow the link in the mail that was sent there. It holds for three days.',
  },
  on: { before: 'Reminders go to', after: '.' },
  off: { before: 'Reminders are off. The address that is kept is', after: '.' },
}

function Buttons({ children }: { children: ReactNode }) {
  return <div className="send">{children}</div>
}

function Act({ intent, label, isQuiet = false }: { intent: string; label: string; isQuiet?: boolean }) {
  const isSending = useNavigation().state !== 'idle'
  return (
    <Form method="post" action="/settings">
      <input type="hidden" name="intent" value={intent} />
      <button className={isQuiet ? 'button quiet' : 'button'} aria-disabled={isSending ? true : undefined}>
        {label}
      </button>
    </Form>
  )
}

function AddressForm({ view: { typed, problem }, label }: { view: SettingsView; label: string }) {
  const form = useFocusOnFault(problem)
  const isSending = useNavigation().state !== 'idle'
  return (
    <Form ref={form} className="ifthen" method="post" action="/settings" noValidate>
      <input type="hidden" name="intent" value="address" />
      <Field id="email" name="email" label="E-mail address" problem={problem ?? undefined}>
        {(props) => <input {...props} type="email" autoComplete="email" spellCheck={false} defaultValue={typed} />}
      </Field>
      <div className="send">
        <button className="button" aria-disabled={isSending ? true : undefined}>
          {label}
        </button>
        <span className="small">Nothing else is sent there before you confirm it. Nobody but you sees it.</span>
      </div>
    </Form>
  )
}
