import { Link } from '@remix-run/react'
import { BeginForms, ReplayNote } from './begin-forms.tsx'
import { PageHead } from './page-head.tsx'
import { rangeText } from './progress-text.ts'
import { Problem } from './problem.tsx'
import { dayText } from './day-text.ts'
import type { BriefView, Standing } from './views.ts'

type CaseBriefProps = {
  brief: BriefView
  standing: Standing
  /** Where an attempt that was started but not begun goes on; null on the page of the case itself. */
  begin?: string | null
  /** Whether the attempt that is begun is a replay: the learner has an earlier one of the case. */
  isReplay?: boolean
  /** Why the case could not be started, or null. */
  problem?: string | null
}

/** What one should know before the first scene, and the ways in. */
export function CaseBrief({ brief, standing, begin = null, isReplay = false, problem = null }: CaseBriefProps) {
  return (
    <div className="brief">
      <div>
        <PageHead kicker={brief.level} title={brief.title} language={brief.language}>
          <p className="prose" lang={brief.language}>
            {brief.summary}
          </p>
        </PageHead>
        <dl className="facts" lang={brief.language}>
          <div>
            <dt>You are</dt>
            <dd>{brief.role}</dd>
          </div>
          <div>
            <dt>Where and when</dt>
            <dd>{brief.setting}</dd>
          </div>
        </dl>
        {problem !== null && (
          <div className="problems" role="alert">
            <Problem>{problem}</Problem>
          </div>
        )}
        {begin === null ? (
          <BeginForms brief={brief} standing={standing} />
        ) : (
          <>
            {isReplay && <ReplayNote />}
            <p className="send">
              <Link className="button" to={begin}>
                Begin
              </Link>
              <span className="small">You can stop at any decision and go on later.</span>
            </p>
          </>
        )}
        <HowItGoes brief={brief} />
        {standing.ended.length > 0 && <Ended standing={standing} />}
      </div>
      <div>
        {brief.people.length > 0 && <People people={brief.people} language={brief.language} />}
        <Credits brief={brief} />
      </div>
    </div>
  )
}

function HowItGoes({ brief: { minutes, decisions } }: { brief: BriefView }) {
  return (
    <section className="how" aria-labelledby="how">
      <h2 id="how">How it goes</h2>
      <ol>
        <li>
          You read a scene and decide: {rangeText(decisions.min, decisions.max)} times in about {minutes} minutes.
        </li>
        <li>You can stop whenever you like. Every decision is kept, and none can be taken back.</li>
        <li>After the ending, the debrief shows what each decision did to the work and to the people.</li>
      </ol>
    </section>
  )
}

function People({ people, language }: { people: BriefView['people']; language: string }) {
  return (
    <section aria-labelledby="people">
      <h2 id="people">Who you meet</h2>
      <ul className="people" lang={language}>
        {people.map(({ name, role }) => (
          <li key={name}>
            <b>{name}</b>
            {role}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Ended({ standing }: { standing: Standing }) {
  return (
    <section className="how" aria-labelledby="ended">
      <h2 id="ended">Your debriefs</h2>
      <ul>
        {standing.ended.map(({ id, ending, endedOn }) => (
          <li key={id}>
            <Link className="link" to={`/attempts/${id}/debrief`}>
              {ending}
            </Link>{' '}
            <span className="small">{dayText(endedOn)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Credits({ brief: { authors, licence } }: { brief: BriefView }) {
  if (authors.length === 0 && licence === null) return null
  return (
    <p className="small credits">
      {authors.length > 0 && `Written by ${new Intl.ListFormat('en-GB').format(authors)}. `}
      {licence !== null && <span>{licence}</span>}
    </p>
  )
}
