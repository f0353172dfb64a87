import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { addressWith } from './address.ts'
import { Meters } from './meters.tsx'
import { Notice } from './notice.tsx'
import { ProgressBar } from './progress.tsx'
import { type Moment, progressText } from './progress-text.ts'
import type { PlayFrame, TrailEntry } from './views.ts'
import { WhatIfMark } from './what-if-mark.tsx'

type PlayGridProps = {
  frame: PlayFrame
  moment: Moment
  /** The scene on screen: the last of the trail, or, where an earlier one is read again, its visit. */
  here: { title: string; when: string | null } | { visit: number }
  children: ReactNode
}

/** Reading column and margin. The margin says where the learner is; on a phone it follows the scene. */
export function PlayGrid({ frame, moment, here, children }: PlayGridProps) {
  const where = progressText(frame.progress, moment)
  return (
    <div className="read">
      <div className="read-main">
        {frame.whatIfFrom !== null && <WhatIfMark attempt={frame.attempt} from={frame.whatIfFrom} />}
        <div className="only-narrow">
          <p className="kicker">
            {frame.title} · {lowerFirst(where)}
          </p>
          <ProgressBar progress={frame.progress} moment={moment} />
          <Meters meters={frame.meters} />
          {frame.trail.length > 0 && (
            <a className="link small" href="#earlier">
              Scenes so far
            </a>
          )}
        </div>
        <Notice text={frame.notice} />
        {children}
      </div>
      <aside className="side" id="earlier" aria-label="Where you are">
        <div className="only-wide" lang={frame.language}>
          <h2>{frame.title}</h2>
          <p>{where}</p>
          <ProgressBar progress={frame.progress} moment={moment} />
          <Meters meters={frame.meters} />
        </div>
        <nav aria-label="Scenes so far">
          <h2>Scenes so far</h2>
          <ol className="trail">
            {frame.trail.map((entry) => (
              <TrailItem
                key={entry.visit}
                entry={entry}
                address={frame.address}
                isHere={'visit' in here && here.visit === entry.visit}
              />
            ))}
            {'title' in here && (
              <li>
                <span className="here" aria-current="step">
                  <b>{here.title}</b>
                  {here.when}
                </span>
              </li>
            )}
          </ol>
        </nav>
      </aside>
    </div>
  )
}

function TrailItem({ entry, address, isHere }: { entry: TrailEntry; address: string; isHere: boolean }) {
  const text = (
    <>
      <b>{entry.title}</b>
      {entry.when}
    </>
  )
  return (
    <li>
      {isHere ? (
        <span className="here" aria-current="step">
          {text}
        </span>
      ) : (
        <Link to={addressWith(address, `visit=${entry.visit}`)}>{text}</Link>
      )}
    </li>
  )
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
