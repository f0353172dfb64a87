import { Link } from '@remix-run/react'
import { EmailField, PasswordField } from './account-fields.tsx'
import { AccountForm } from './account-form.tsx'
import type { SignInView } from './account-views.ts'
import { GuestQuestion } from './guest-question.tsx'
import { Notice } from './notice.tsx'

export function SignInPage({ view }: { view: SignInView }) {
  const { email, problem, notice, guest, isKept, next } = view
  return (
    <>
      <Notice text={notice} />
      <header className="page-head">
        <h1 id="scene" tabIndex={-1}>
          Sign in
        </h1>
      </header>
      <AccountForm problem={problem} button="Sign in">
        <EmailField value={email} problem={undefined} />
        <PasswordField problem={undefined} />
        <GuestQuestion guest={guest} isKept={isKept} />
      </AccountForm>
      <p className="send onward">
        <Link className="link" to="/reset">
          I don’t know my password
        </Link>
        <Link className="link" to={next === null ? '/sign-up' : `/sign-up?next=${encodeURIComponent(next)}`}>
          I have no account: sign up
        </Link>
      </p>
    </>
  )
}
