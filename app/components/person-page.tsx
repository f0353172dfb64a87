import { Form, Link } from '@remix-run/react'
import type { PersonView } from './account-views.ts'
import { dayText } from './day-text.ts'
import { Notice } from './notice.tsx'
import { PageHead } from './page-head.tsx'
import { Problem } from './problem.tsx'
import { Section } from './section.tsx'

const ROLES = [
  { role: 'learner', name: 'Learner', does: 'Plays, and sees their own results.' },
  { role: 'instructor', name: 'Instructor', does: 'Leads cohorts and writes cases.' },
  { role: 'admin', name: 'Admin', does: 'Sees these pages as well, and says who has which role.' },
] as const

/** One person, as an admin sees them: nothing of what they played. */
export function PersonPage({ view }: { view: PersonView }) {
  const { person, notice, problem } = view
  return (
    <>
      <Notice text={notice} />
      <PageHead kicker={<Link to="/admin">People</Link>} title={person.name}>
        <p className="note">
          {person.email}. Here since {dayText(person.since)}
          {person.seenOn === null ? ', signed in nowhere.' : `, last seen on ${dayText(person.seenOn)}.`}
        </p>
      </PageHead>
      <Section id="role" title="Role">
        {problem !== null && (
          <div className="problems" role="alert">
            <Problem>{problem}</Problem>
          </div>
        )}
        <RoleForm view={view} />
      </Section>
      <Section id="password" title="A new password">
        <ResetForm view={view} />
      </Section>
    </>
  )
}

function RoleForm({ view: { person, isSelf } }: { view: PersonView }) {
  return (
    <Form method="post" className="ifthen">
      <fieldset className="ticks">
        <legend className="vh">Role</legend>
        {ROLES.map(({ role, name, does }) => (
          <div className="tick" key={role}>
            <input
              id={`role-${role}`}
              type="radio"
              name="role"
              value={role}
              defaultChecked={person.role === role}
              aria-describedby={`role-${role}-does`}
            />
            <label htmlFor={`role-${role}`}>{name}</label>
            <p className="hint" id={`role-${role}-does`}>
              {does}
            </p>
          </div>
        ))}
      </fieldset>
      <div className="send">
        <button className="button" name="intent" value="role">
          Give this role
        </button>
        <span className="small">
          {isSelf ? 'This is you. You' : 'They'} are signed out everywhere when the role changes, and sign in again with
          it.
        </span>
      </div>
    </Form>
  )
}

function ResetForm({ view: { person, link, sendsMail } }: { view: PersonView }) {
  if (link !== null) {
    return (
      <div className="setting passed">
        <p>
          Pass this link on to {person.name}, and to nobody else. It works once, within an hour, and is shown only now.
        </p>
        <p className="secret">
          <code>{link}</code>
        </p>
      </div>
    )
  }
  return (
    <Form method="post">
      <p className="setting">
        {person.askedOn === null ? '' : `${person.name} asked for one on ${dayText(person.askedOn)}. `}
        {sendsMail
          ? 'A link with which they choose a new password goes to their address.'
          : 'This site sends no mail: you get a link that you pass on, once you are sure who asks. With it they choose a new password.'}{' '}
        Until they do, their password stays as it is.
      </p>
      <div className="send">
        <button className="button quiet" name="intent" value="reset">
          {sendsMail ? 'Send a link' : 'Make a link'}
        </button>
      </div>
    </Form>
  )
}
