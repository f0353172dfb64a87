import { Link } from '@remix-run/react'
import { AccountForm } from './account-form.tsx'
import type { SignUpView } from './account-views.ts'
import { PageHead } from './page-head.tsx'
import { SignUpForm } from './sign-up-page.tsx'

export type FirstAdminView = Pick<SignUpView, 'draft' | 'problems'> & {
  token: string
  /** The name of who is signed in; null where the account is still to be made. */
  signedInAs: string | null
}

/** What the link leads to that is printed where an installation has no admin yet. */
export function FirstAdminPage({ view }: { view: FirstAdminView }) {
  const { signedInAs, token, problems } = view
  return (
    <>
      <PageHead
        kicker="A new installation"
        title={signedInAs === null ? 'Make the admin’s account' : `Make ${signedInAs} the admin`}
      >
        <p className="prose">
          The admin says who teaches, helps with forgotten passwords and sees whether the installation is well. This
          link works once.
        </p>
      </PageHead>
      {signedInAs === null ? (
        <>
          <SignUpForm view={view} button="Make the admin’s account" />
          <p className="send onward">
            <Link className="link" to={`/sign-in?next=${encodeURIComponent(`/first-admin?token=${token}`)}`}>
              I have an account: sign in first
            </Link>
          </p>
        </>
      ) : (
        <AccountForm problem={problems.form} button="Become the admin">
          {null}
        </AccountForm>
      )}
    </>
  )
}
