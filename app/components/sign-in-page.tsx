import { Link } from '@remix-run/react'
import { EmailField, PasswordField } from './account-fields.tsx'
import { AccountForm } from './account-form.tsx'
import type { SignInView } from './account-views.ts'
import { GuestQuestion } from './guest-question.tsx'
import { Notice } from './notice.tsx'
import { PageHead } from './page-head.tsx'

export function SignInPage({ view }: { view: SignInView }) {
  const { email, problem, notice, guest, isKept, next } = view
  return (
    <>
      <Notice text={notice} />
      <PageHead title="Sign in" />
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
