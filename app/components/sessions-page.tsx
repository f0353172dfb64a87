import { Form } from '@remix-run/react'
import type { ListedBrowser } from './account-views.ts'
import { dayText } from './day-text.ts'
import { Notice } from './notice.tsx'
import { PageHead } from './page-head.tsx'
import { SettingsNav } from './settings-nav.tsx'

type SessionsPageProps = { browsers: Array<ListedBrowser>; notice: string | null }

/** The browsers someone is signed in with, each with the way to end it. */
export function SessionsPage({ browsers, notice }: SessionsPageProps) {
  return (
    <>
      <Notice text={notice} />
      <SettingsNav />
      <PageHead title="Where you are signed in">
        <p className="prose">
          {browsers.length === 1
            ? 'In this browser only.'
            : 'If you don’t know one of these, sign it out and choose a new password.'}
        </p>
      </PageHead>
      <ul className="rows">
        {browsers.map((browser) => (
          <Browser key={browser.id} browser={browser} />
        ))}
      </ul>
      {browsers.length > 1 && (
        <Form method="post" className="send">
          <button className="button" name="intent" value="others">
            Sign out everywhere but here
          </button>
        </Form>
      )}
    </>
  )
}

function Browser({ browser: { id, name, seenOn, since, isThis } }: { browser: ListedBrowser }) {
  return (
    <li>
      <div>
        <h2>{name}</h2>
        <p className="note">
          {isThis ? 'This browser. ' : seenOn === null ? '' : `Last seen on ${dayText(seenOn)}. `}
          Signed in on {dayText(since)}.
        </p>
      </div>
      <Form method="post">
        <input type="hidden" name="id" value={id} />
        <button className="button quiet" name="intent" value="end">
          Sign out<span className="vh"> {isThis ? 'of this browser' : name}</span>
        </button>
      </Form>
    </li>
  )
}
