import { Link } from '@remix-run/react'
import { CaseHtml } from './case-html.tsx'
import { ComparedRowItem } from './compared-row.tsx'
import { Meters } from './meters.tsx'
import { PageHead } from './page-head.tsx'
import { Pattern } from './pattern.tsx'
import { RatingKey } from './rating-marks.tsx'
import { RunSceneText, SceneTitle } from './run-scene.tsx'
import { Section } from './section.tsx'
import { WhatIfMark } from './what-if-mark.tsx'
import type { ComparisonView, RunEnd, RunScene } from './what-if-views.ts'

/** After the ending of a what-if: its run beside the attempt's own. Numbers are told, no run is called the better one. */
export function Comparison({ view }: { view: ComparisonView }) {
  const { language } = view
  return (
    <>
      <PageHead kicker={<span lang={language}>{view.title}</span>} title="Two runs, side by side" />
      <WhatIfMark attempt={view.attempt} from={view.from} />
      <div className="sums">
        {view.sums.map((sentence, place) => (
          <Pattern key={place} pattern={sentence} />
        ))}
      </div>
      <p className="note sums-note">
        Each number adds up what the choices of a run were rated. After “of” stands the most that was on offer, decision
        by decision, for that side alone.
      </p>

      <Section id="runs" title="Choice by choice" note={view.way} extra={<RatingKey />}>
        {view.shared.length > 0 && <Shared scenes={view.shared} language={language} />}
        {view.rows.length > 0 && (
          <ol className="runs">
            {view.rows.map((row, place) => (
              <ComparedRowItem key={place} row={row} language={language} />
            ))}
          </ol>
        )}
      </Section>

      <Section id="endings" title={view.isSameEnding ? 'Both end alike' : 'How each ends'}>
        <div className="pair endings">
          <End label="Your run" className="run own" end={view.own} language={language} />
          <End label="What if" className="run other" end={view.other} language={language} />
        </div>
      </Section>

      <Section id="again" title="Try from another decision" note="Each starts from your run as you played it.">
        <ol className="starts">
          {view.decisions.map(({ number, title, when }) => (
            <li key={number}>
              <Link to={`/attempts/${view.attempt}/what-if/${number - 1}`}>
                <span className="n num">{number}</span>
                <span lang={language}>
                  <b>{title}</b>
                  {when !== null && <span className="small"> {when}</span>}
                </span>
              </Link>
            </li>
          ))}
        </ol>
      </Section>

      <p className="send onward">
        <Link className="link" to={`/attempts/${view.attempt}/debrief`}>
          Back to the debrief
        </Link>
        <Link className="link" to="/cases">
          All cases
        </Link>
      </p>
    </>
  )
}

function Shared({ scenes, language }: { scenes: Array<RunScene>; language: string }) {
  return (
    <details className="shared">
      <summary>{sharedText(scenes)}</summary>
      <ol className="runs">
        {scenes.map((scene, place) => (
          <li key={place}>
            <div className="run both">
              <SceneTitle scene={scene} language={language} />
              <RunSceneText scene={scene} language={language} isOpen={false} />
            </div>
          </li>
        ))}
      </ol>
    </details>
  )
}

/** "Decisions 1 to 3 are the same in both runs". Pure. */
function sharedText(scenes: Array<RunScene>): string {
  const decided = scenes.filter(({ choice }) => choice !== null).length
  if (decided === 0) return 'Both runs open alike'
  if (decided === 1) return 'Decision 1 is the same in both runs'
  return `Decisions 1 ${decided === 2 ? 'and' : 'to'} ${decided} are the same in both runs`
}

type EndProps = { label: string; className: string; end: RunEnd; language: string }

function End({ label, className, end, language }: EndProps) {
  return (
    <div className={className}>
      <p className="run-label">{label}</p>
      <h3 lang={language}>{end.title}</h3>
      <CaseHtml html={end.html} lang={language} />
      <Meters meters={end.meters} />
    </div>
  )
}
