import { Form, Link } from '@remix-run/react'
import type { HealthView, PeopleView, PersonRow } from './account-views.ts'
import { dayText } from './day-text.ts'
import { PageHead } from './page-head.tsx'
import { Section } from './section.tsx'

/** The admin's page: who has an account, and whether the installation is well. */
export function PeoplePage({ view }: { view: PeopleView }) {
  return (
    <>
      <PageHead kicker="Admin" title="People" />
      <Form method="get" className="search" role="search">
        <label htmlFor="q">Name or address</label>
        <input id="q" name="q" type="search" defaultValue={view.search} maxLength={200} autoComplete="off" />
        <button className="button quiet">Search</button>
      </Form>
      <p className="note" role="status">
        {countText(view)}
      </p>
      {view.people.length > 0 && <People people={view.people} />}
      <Pages view={view} />
      <Health health={view.health} />
    </>
  )
}

function countText({ search, count, page, pages }: PeopleView): string {
  const people = count === 1 ? 'One person' : `${count} people`
  const found = search === '' ? `${people} with an account` : `${count === 0 ? 'Nobody' : people} with “${search}”`
  return pages > 1 ? `${found}, page ${page} of ${pages}.` : `${found}.`
}

const ROLE_NAMES = { learner: 'Learner', instructor: 'Instructor', admin: 'Admin' }

function People({ people }: { people: Array<PersonRow> }) {
  return (
    <ul className="rows people">
      {people.map(({ learnerId, name, email, role, seenOn, askedOn }) => (
        <li key={learnerId}>
          <div>
            <h2>
              <Link to={`/admin/people/${learnerId}`}>{name}</Link>
            </h2>
            <p className="note">{email}</p>
          </div>
          <p className="standing">
            {ROLE_NAMES[role]}
            {askedOn !== null && <b>Asked for a new password</b>}
          </p>
          <p className="note">{seenOn === null ? 'Signed in nowhere' : `Last seen on ${dayText(seenOn)}`}</p>
        </li>
      ))}
    </ul>
  )
}

function Pages({ view: { search, page, pages } }: { view: PeopleView }) {
  if (pages <= 1) return null
  return (
    <nav className="send" aria-label="Pages">
      {page > 1 && (
        <Link className="link" to={pagePath(search, page - 1)}>
          The page before
        </Link>
      )}
      {page < pages && (
        <Link className="link" to={pagePath(search, page + 1)}>
          The next page
        </Link>
      )}
    </nav>
  )
}

function pagePath(search: string, page: number): string {
  const query = new URLSearchParams({ ...(search === '' ? {} : { q: search }), page: String(page) })
  return `/admin?${query.toString()}`
}

function Health({ health }: { health: HealthView | null }) {
  return (
    <Section id="health" title="The installation">
      {health === null ? (
        <p className="setting">How it is could not be read just now.</p>
      ) : (
        <dl className="facts setting">
          <Fact term="Version" text={health.version} />
          <Fact term="Database" text={health.database === 'ok' ? 'Can be read and written' : health.database} />
          <Fact term="Cases in service" text={String(health.cases)} />
          <Fact term="People with an account" text={String(health.people)} />
          <Fact term="Guests" text={String(health.guests)} />
          {health.refused.map(({ slug, problems }) => (
            <Fact key={slug} term={`Not published: ${slug}`} text={problems.join(' ')} />
          ))}
        </dl>
      )}
    </Section>
  )
}

function Fact({ term, text }: { term: string; text: string }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd className="num">{text}</dd>
    </div>
  )
}
