import { Link } from '@remix-run/react'
import { EmailField, PASSWORD_HINT, PasswordField } from './account-fields.tsx'
import { AccountForm } from './account-form.tsx'
import type { NewPasswordView } from './account-views.ts'
import { GuestQuestion } from './guest-question.tsx'
import { PageHead } from './page-head.tsx'

type ResetPageProps = { sendsMail: boolean; email: string; problem: string | null; isAsked: boolean }

/** Where someone asks for a link to a new password. It says the same whether or not the address is known. */
export function ResetPage({ sendsMail, email, problem, isAsked }: ResetPageProps) {
  if (isAsked) return <Asked sendsMail={sendsMail} />
  return (
    <>
      <PageHead title="A new password">
        <p className="prose">
          {sendsMail
            ? 'Tell us the address that you sign in with. A link goes there with which you choose a new password.'
            : 'Tell us the address that you sign in with. Whoever looks after this site then makes you a link with which you choose a new password.'}
        </p>
      </PageHead>
      <AccountForm problem={null} button={sendsMail ? 'Send me a link' : 'Ask for a link'}>
        <EmailField value={email} problem={problem ?? undefined} />
      </AccountForm>
    </>
  )
}

function Asked({ sendsMail }: { sendsMail: boolean }) {
  return (
    <div className="error-page">
      <h1 id="scene" tabIndex={-1}>
        {sendsMail ? 'Look among your mails' : 'You have asked'}
      </h1>
      <div className="prose">
        {sendsMail ? (
          <>
            <p>If there is an account with that address, a link is on its way there. It works once, within an hour.</p>
            <p>If nothing arrives in a few minutes, look among the unwanted mails, and check the address.</p>
          </>
        ) : (
          <>
            <p>If there is an account with that address, those who look after this site now see that you asked.</p>
            <p>
              This site sends no mail: ask one of them for the link. It works once, within an hour after it was made.
            </p>
          </>
        )}
      </div>
      <p className="send">
        <Link className="button quiet" to="/sign-in">
          Back to signing in
        </Link>
        <Link className="link" to="/reset">
          Use another address
        </Link>
      </p>
    </div>
  )
}

/** What a link to a new password leads to. */
export function NewPasswordPage({ view }: { view: NewPasswordView }) {
  const { state, problem, guest, isKept, token } = view
  if (state !== 'open') return <Closed text={CLOSED[state]} />
  return (
    <>
      <PageHead title="Choose a new password">
        <p className="prose">You are signed in here then, and signed out in every other browser.</p>
      </PageHead>
      <AccountForm problem={null} button="Set it and sign in">
        <input type="hidden" name="token" value={token} />
        <PasswordField isNew label="New password" hint={PASSWORD_HINT} problem={problem ?? undefined} />
        <GuestQuestion guest={guest} isKept={isKept} />
      </AccountForm>
    </>
  )
}

const CLOSED = {
  used: 'A password was set with this link already, and each link works once. If it was not you, ask for a new one now.',
  expired: 'A link works for an hour, and this one is older. Your password is still what it was.',
  unknown: 'This link is not complete, or a newer one took its place. Your password is still what it was.',
}

function Closed({ text }: { text: string }) {
  return (
    <div className="error-page">
      <h1 id="scene" tabIndex={-1}>
        This link no longer works
      </h1>
      <div className="prose">
        <p>{text}</p>
      </div>
      <p className="send">
        <Link className="button" to="/reset">
          Ask for a new link
        </Link>
        <Link className="link" to="/sign-in">
          Sign in
        </Link>
      </p>
    </div>
  )
}
