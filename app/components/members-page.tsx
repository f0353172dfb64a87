import { Form, Link } from '@remix-run/react'
import { CohortHead } from './cohort-head.tsx'
import type { PeopleView, PersonProgress } from './cohort-views.ts'
import { JoinWays } from './join-ways.tsx'
import { Section } from './section.tsx'

/** Who is in a cohort, how far each is, and the ways in. */
export function MembersPage({ view }: { view: PeopleView }) {
  const { head, people, invitations } = view
  return (
    <>
      <CohortHead head={head} notice={view.notice} />
      {people.length === 0 ? (
        <Section id="people" title="Nobody has joined yet">
          <p className="setting">Pass on the code or the link. Who has joined appears here.</p>
        </Section>
      ) : (
        <Section id="people" title={headline(people)} note="How far each is, by cases. What they decided is theirs.">
          <PeopleTable view={view} />
        </Section>
      )}
      {view.due.length > 0 && <DueCases due={view.due} />}
      <Section
        id="ways-in"
        title="Ways in"
        note="A learner can join as they are and sign up later; nothing is lost by it."
      >
        {head.isArchived ? (
          <p className="setting">The cohort is in the archive, so nobody can join it.</p>
        ) : (
          <>
            <JoinWays code={view.joinCode} link={view.joinLink} />
            <p className="send">
              <Link className="button quiet" to={`/teach/cohorts/${head.id}/invite`}>
                Invite a list of people
              </Link>
            </p>
          </>
        )}
      </Section>
      {invitations.length > 0 && <Invitations view={view} />}
    </>
  )
}

function DueCases({ due }: { due: PeopleView['due'] }) {
  return (
    <Section
      id="due"
      title="What is due"
      note="The time between the first day and the last is shared evenly by the cases. Late, or within a week."
    >
      <ul className="roster">
        {due.map(({ slug, title, day, waitingFor }) => (
          <li key={slug}>
            <span>
              <b>{title}</b> <span className="small">{day}</span>
            </span>
            <span className="small">
              {waitingFor === 1 ? 'One learner has' : `${waitingFor} learners have`} not ended it
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function headline(people: ReadonlyArray<PersonProgress>): string {
  const still = people.filter((person) => person.still !== null).length
  const all = people.length === 1 ? 'One learner' : `${people.length} learners`
  if (still === 0) return all
  if (still === people.length)
    return people.length === 1 ? `${all}, still for a week` : `${all}, all of them still for a week`
  return `${all}, ${still === 1 ? 'one of them' : `${still} of them`} still for a week`
}

function PeopleTable({ view: { head, people, cases } }: { view: PeopleView }) {
  return (
    <>
      <table className="data people-table">
        <thead>
          <tr>
            <th scope="col">Learner</th>
            <th scope="col">Cases ended</th>
            <th scope="col">Where</th>
            <th scope="col">Last seen</th>
            <th scope="col">
              <span className="vh">What can be done</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <PersonRow key={person.learnerId} person={person} cases={cases} cohort={head.id} />
          ))}
        </tbody>
      </table>
      <p>
        <a className="link" href={`/teach/cohorts/${head.id}/csv/people`}>
          Download as CSV
        </a>
      </p>
    </>
  )
}

function PersonRow({ person, cases, cohort }: { person: PersonProgress; cases: number; cohort: string }) {
  const { learnerId, name, email, ended, at, lastSeen, still, due, sharesProfile } = person
  return (
    <tr>
      <th scope="row">
        {name}
        {email !== null && <span className="small">{email}</span>}
      </th>
      <td className="num">
        {ended} of {cases}
      </td>
      <td>
        {at}
        {due !== null && <span className="small">{due}</span>}
      </td>
      <td>
        {lastSeen}
        {still !== null && <span className="small still">{still}</span>}
      </td>
      <td className="acts">
        {sharesProfile && (
          <Link className="link" to={`/teach/cohorts/${cohort}/people/${learnerId}`}>
            Profile<span className="vh"> of {name}</span>
          </Link>
        )}
        <Form method="post">
          <input type="hidden" name="intent" value="remove" />
          <input type="hidden" name="learner" value={learnerId} />
          <button className="link-button">
            Remove<span className="vh"> {name}</span>
          </button>
        </Form>
      </td>
    </tr>
  )
}

function Invitations({ view: { invitations, sendsMail } }: { view: PeopleView }) {
  return (
    <Section
      id="invitations"
      title={invitations.length === 1 ? 'One open invitation' : `${invitations.length} open invitations`}
      note={
        sendsMail
          ? 'Each is sent once, with the link. It is used up when the account with that address joins.'
          : 'This site sends no mail, so pass the link on yourself.'
      }
    >
      <ul className="roster">
        {invitations.map(({ email, name, state }) => (
          <li key={email}>
            <span>
              <b>{name === '' ? email : name}</b> {name !== '' && <span className="small">{email}</span>}
              <span className="small state">{state}</span>
            </span>
            <Form method="post">
              <input type="hidden" name="intent" value="withdraw" />
              <input type="hidden" name="email" value={email} />
              <button className="link-button">
                Withdraw<span className="vh"> the invitation of {email}</span>
              </button>
            </Form>
          </li>
        ))}
      </ul>
    </Section>
  )
}
