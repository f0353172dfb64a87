import { Link } from '@remix-run/react'
import { PasswordField } from './account-fields.tsx'
import { AccountForm } from './account-form.tsx'
import type { DataView } from './account-views.ts'
import { Field } from './field.tsx'
import { PageHead } from './page-head.tsx'
import { Section } from './section.tsx'
import { SettingsNav } from './settings-nav.tsx'

/** Where learners take their data with them, or delete it. */
export function DataPage({ view: { parts, isGuest, isOnlyAdmin, problem } }: { view: DataView }) {
  return (
    <>
      <SettingsNav />
      <PageHead title="Your data">
        <p className="prose">What you chose and wrote here is yours: to take with you, and to delete.</p>
      </PageHead>
      <Section id="take" title="Take it with you" note="One file, as JSON, with everything that is kept of you:">
        <ul className="parts">
          {parts.map((part) => (
            <li key={part}>{part}</li>
          ))}
        </ul>
        <p className="send">
          <a className="button" href="/settings/data/download" download>
            Download the file
          </a>
        </p>
      </Section>
      <Section id="delete" title="Delete it all">
        <div className="prose setting">
          <p>
            {isGuest ? 'Everything you played here' : 'Your account and everything you played'} is deleted at once and
            can’t be brought back, by nobody. Pages of certificates then say that they were withdrawn.
          </p>
          {isOnlyAdmin && (
            <p>You are the only admin. When this installation starts again, it prints a link for the next one.</p>
          )}
        </div>
        <AccountForm problem={null} button="Delete everything">
          {isGuest ? (
            <Field id="word" name="word" label="To be sure, type the word delete" problem={problem ?? undefined}>
              {(props) => <input {...props} type="text" autoComplete="off" autoCapitalize="none" spellCheck={false} />}
            </Field>
          ) : (
            <PasswordField label="To be sure, your password" problem={problem ?? undefined} />
          )}
        </AccountForm>
      </Section>
    </>
  )
}

/** What is left to say. */
export function DeletedPage() {
  return (
    <div className="error-page">
      <h1 id="scene" tabIndex={-1}>
        It is all deleted
      </h1>
      <div className="prose">
        <p>Nothing that you chose or wrote is kept here any more, and this browser has forgotten you.</p>
      </div>
      <p className="send">
        <Link className="link" to="/">
          To the first page
        </Link>
      </p>
    </div>
  )
}
