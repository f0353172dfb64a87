import { Form, Link } from '@remix-run/react'
import { EmailField, NameField, PASSWORD_HINT, PasswordField } from './account-fields.tsx'
import { AccountForm } from './account-form.tsx'
import type { AccountView } from './account-views.ts'
import { Notice } from './notice.tsx'
import { PageHead } from './page-head.tsx'
import { Section } from './section.tsx'
import { SettingsNav } from './settings-nav.tsx'

/** Where people change what they sign in with, and sign out. */
export function AccountPage({ view: { draft, problems, notice } }: { view: AccountView }) {
  return (
    <>
      <Notice text={notice} />
      <SettingsNav />
      <PageHead title="Your account" />
      <Section id="change" title="Name, address, password" note="Change what you like; the rest stays as it is.">
        <AccountForm
          problem={problems.form}
          button="Keep the changes"
          aside={
            <span className="small">With a new address or password you are signed out in every other browser.</span>
          }
        >
          <NameField value={draft.name} problem={problems.name} hint="Those you share a course with see it." />
          <EmailField value={draft.email} problem={problems.email} />
          <PasswordField
            name="password"
            label="New password"
            isNew
            isOptional
            hint={`Leave it empty to keep yours. ${PASSWORD_HINT}`}
            problem={problems.password}
          />
          <PasswordField
            name="current"
            label="Your password as it is now"
            hint="So that nobody else changes this at your screen."
            problem={problems.current}
          />
        </AccountForm>
      </Section>
      <Section id="out" title="Sign out" note="Everything stays where it is and comes back when you sign in.">
        <div className="send">
          <Form method="post" action="/sign-out">
            <button className="button quiet">Sign out of this browser</button>
          </Form>
          <Link className="link" to="/settings/sessions">
            Other browsers
          </Link>
        </div>
      </Section>
    </>
  )
}
