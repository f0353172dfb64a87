import { Link } from '@remix-run/react'
import { EmailField, NameField, PASSWORD_HINT, PasswordField } from './account-fields.tsx'
import { AccountForm } from './account-form.tsx'
import type { SignUpView } from './account-views.ts'
import { PageHead } from './page-head.tsx'
import { playedText } from './played-text.ts'

/** Where a visitor or a guest makes an account. */
export function SignUpPage({ view }: { view: SignUpView }) {
  const { guest, next } = view
  return (
    <>
      <PageHead title="Sign up">
        <p className="prose">
          {guest === null
            ? 'You can play without an account. With one, what you play is yours in every browser.'
            : `You have played ${playedText(guest)} as a guest. It becomes your account’s, and you go on where you are.`}
        </p>
      </PageHead>
      <SignUpForm view={view} button="Make the account" />
      <p className="send onward">
        <Link className="link" to={next === null ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`}>
          I have an account: sign in
        </Link>
      </p>
    </>
  )
}

type SignUpFormProps = { view: Pick<SignUpView, 'draft' | 'problems'>; button: string }

export function SignUpForm({ view: { draft, problems }, button }: SignUpFormProps) {
  return (
    <AccountForm
      problem={problems.form}
      button={button}
      aside={
        <span className="small">
          Only you see what you chose in a case. You can take your data with you, or delete it.
        </span>
      }
    >
      <NameField value={draft.name} problem={problems.name} hint="Those you share a course with see it." />
      <EmailField
        value={draft.email}
        problem={problems.email}
        hint="You sign in with it. Nothing is sent there unless you ask."
      />
      <PasswordField isNew hint={PASSWORD_HINT} problem={problems.password} />
    </AccountForm>
  )
}
