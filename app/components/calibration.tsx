import type { CalibrationView } from './profile-views.ts'

const LEVELS = ['Certain', 'Fairly sure', 'A guess']

/** How often a choice was strong, by how sure the learner was, case by case. A stroke is a decision; full ones were strong. */
export function Calibration({ calibration: { summary, cases } }: { calibration: CalibrationView }) {
  if (cases.length === 0) {
    return (
      <p className="note none-yet">
        Nothing yet. Say how sure you are when you decide; after the debrief it is compared here with how strong the
        choices were.
      </p>
    )
  }
  return (
    <>
      {summary.map((sentence) => (
        <p key={sentence} className="note none-yet">
          {sentence}
        </p>
      ))}
      <ol className="calibration">
        {cases.map(({ attempt, title, language, cells }) => (
          <li key={attempt}>
            <p lang={language}>{title}</p>
            <dl>
              {cells.map((cell, place) => (
                <div key={LEVELS[place]}>
                  <dt>{LEVELS[place]}</dt>
                  <dd>
                    <Strokes {...cell} />
                    <span className="num">{cell.of === 0 ? 'none' : `${cell.strong} of ${cell.of}`}</span>
                  </dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ol>
    </>
  )
}

function Strokes({ strong, of }: { strong: number; of: number }) {
  return (
    <svg className="strokes" width={Math.max(1, of * 7)} height="16" aria-hidden="true">
      {Array.from({ length: of }, (_, place) => (
        <rect
          key={place}
          className={place < strong ? 'full' : 'hollow'}
          x={place * 7 + 0.5}
          y="1.5"
          width="4"
          height="13"
        />
      ))}
    </svg>
  )
}
