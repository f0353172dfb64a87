import { Link } from '@remix-run/react'
import { CaseHtml } from './case-html.tsx'
import { Player } from './player.tsx'
import type { DraftPlay } from './studio-views.ts'
import type { EndingPage } from './views.ts'

/** A draft in the very player that learners have. Nothing of it is kept. */
export function DraftPlayer({ view }: { view: DraftPlay }) {
  return (
    <>
      {!view.isFramed && (
        <p className="kicker draft-played">
          Preview of a draft · nothing of it is kept · <Link to={`/teach/cases/${view.slug}`}>Back to the text</Link>
        </p>
      )}
      <Played view={view} />
    </>
  )
}

function Played({ view }: { view: DraftPlay }) {
  switch (view.kind) {
    case 'unreadable':
      return <p className="prose">There is nothing to play yet: the text has an error that must go first.</p>
    case 'stuck':
      return (
        <div className="notice" role="alert">
          <p>
            <b>Nobody gets on from scene {view.scene}.</b> In the state in which this way comes there, no option is
            open, or its scenes lead in a circle.
          </p>
          <Link to={view.again}>Start again</Link>
        </div>
      )
    case 'play': {
      const { page, way, draft, problems, again } = view
      return (
        <>
          <Player
            page={page}
            way={way}
            draft={draft}
            problems={problems}
            afterEnding={page.kind === 'ending' && <AfterEnding page={page} again={again} />}
          />
          {page.kind !== 'ending' && way.fields.some(([name]) => name === 'c') && (
            <p className="small draft-again">
              <Link to={again}>Start again</Link>
            </p>
          )}
        </>
      )
    }
  }
}

/** The questions that a learner answers here, to be read only. */
function AfterEnding({ page: { reflections, frame }, again }: { page: EndingPage; again: string }) {
  return (
    <section className="section" aria-label="After the ending">
      {reflections.length > 0 && (
        <>
          <h2>Before the debrief, a learner answers</h2>
          <ol className="asked-later">
            {reflections.map(({ question, html }) => (
              <li key={question}>
                <CaseHtml html={html} lang={frame.language} />
              </li>
            ))}
          </ol>
        </>
      )}
      <p className="send">
        <Link className="button quiet" to={again}>
          Play it again
        </Link>
      </p>
    </section>
  )
}
