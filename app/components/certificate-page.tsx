import { CertificateFiles } from './certificate-files.tsx'
import { CertificateVerdict } from './certificate-verdict.tsx'
import type { CertificateView, StatementView } from './certificate-views.ts'

/** A certificate as anyone sees it: what the check found, what it states, and how to check it elsewhere. Prints on one page. */
export function CertificatePage({ view }: { view: CertificateView }) {
  const { verdict, statement, address, id, checkedAt } = view
  return (
    <article className={statement === null ? 'certificate' : 'certificate whole'}>
      <CertificateVerdict verdict={verdict} checkedAt={checkedAt} isHeading={statement === null} />
      {statement !== null && (
        <div className="certificate-sheet">
          <Statement statement={statement} />
          <Cases cases={statement.cases} />
          <section className="certificate-part" aria-labelledby="competencies">
            <h2 id="competencies">Competencies practised</h2>
            <div className="certificate-columns">
              <Competencies dimension="execution" names={statement.competencies.execution} />
              <Competencies dimension="influence" names={statement.competencies.influence} />
            </div>
          </section>
          <div className="certificate-part certificate-columns">
            <section aria-labelledby="criteria">
              <h2 id="criteria">What it took</h2>
              <p>{statement.criteria}</p>
            </section>
            <section aria-labelledby="not-claimed">
              <h2 id="not-claimed">What it does not claim</h2>
              <p>{statement.notClaimed}</p>
            </section>
          </div>
        </div>
      )}
      <section className="certificate-part certificate-check" aria-labelledby="check">
        <h2 id="check">{statement === null ? 'What was checked' : 'Check it'}</h2>
        {statement !== null && (
          <p className="note">
            A printed page or a file is a copy. Whether the certificate is good, and has not been taken back since, is
            shown at this address.
          </p>
        )}
        <dl className="certificate-keys">
          <Entry name="Address" value={address} />
          <Entry name="Certificate" value={id} />
          {statement !== null && (
            <>
              <Entry name="Course version" value={statement.version} />
              <Entry name="Signed with" value={statement.key} />
            </>
          )}
        </dl>
        {verdict.kind === 'good' && <CertificateFiles id={id} />}
      </section>
    </article>
  )
}

function Statement({ statement: { name, course, givenOn, narrative } }: { statement: StatementView }) {
  return (
    <header className="certificate-head">
      <p className="kicker">
        <span className="only-print">Casewright · </span>Certificate of completion
      </p>
      <h1 className={name.length > 34 ? undefined : 'display'}>
        <bdi>{name}</bdi>
      </h1>
      <p className="prose">completed the course</p>
      <p className="certificate-course">{course}</p>
      <p className="prose">
        on {givenOn}. {narrative}
      </p>
    </header>
  )
}

function Cases({ cases }: { cases: StatementView['cases'] }) {
  return (
    <section className="certificate-part" aria-labelledby="cases">
      <h2 id="cases">The cases, and the role in each</h2>
      <ul className="certificate-cases">
        {cases.map(({ title, level }) => (
          <li key={title}>
            <span className="case-title">{title}</span> <span className="case-role">{level}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

type CompetenciesProps = { dimension: 'execution' | 'influence'; names: ReadonlyArray<string> }

function Competencies({ dimension, names }: CompetenciesProps) {
  if (names.length === 0) return null
  return (
    <div>
      <h3 className={dimension}>
        <svg viewBox="0 0 12 12" aria-hidden="true">
          {dimension === 'execution' ? (
            <rect className="mark-execution" x="1" y="1" width="10" height="10" />
          ) : (
            <circle className="mark-influence" cx="6" cy="6" r="5.5" />
          )}
        </svg>
        {dimension === 'execution' ? 'Execution' : 'Influence'}
      </h3>
      <ul>
        {names.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </div>
  )
}

function Entry({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="num">{value}</dd>
    </div>
  )
}
