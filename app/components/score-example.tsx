import { Link } from '@remix-run/react'
import { EstimateScale } from './estimate-scale.tsx'
import { MomentList } from './moment-list.tsx'
import { RatingMarks } from './rating-marks.tsx'
import type { ExampleView } from './score-views.ts'

/** One small decision, again and again: each pick moves the bars. Every state has its own address, so it works without a script. */
export function ScoreExample({ example }: { example: ExampleView }) {
  const { options, execution, influence, picks, moments, series, back, isFull } = example
  return (
    <>
      <div className="dims two" aria-live="polite">
        {(
          [
            ['execution', execution],
            ['influence', influence],
          ] as const
        ).map(([dimension, bar]) => (
          <div key={dimension}>
            <div className="dim-head">
              <h3 className={dimension}>{dimension === 'execution' ? 'Execution' : 'Influence'}</h3>
              <p className={bar.isClaimed ? 'claim sure' : 'claim'}>{bar.claim}</p>
            </div>
            <EstimateScale dimension={dimension} estimate={bar} isClaimed={bar.isClaimed} cuts={null} />
          </div>
        ))}
      </div>
      <div className="try">
        <h3>
          {picks === 0
            ? 'The job is late and the team is tired. What do you do?'
            : `Decision ${picks + 1}: the job is late again. What do you do?`}
        </h3>
        {isFull ? (
          <p className="note none-yet">That is as far as the example goes.</p>
        ) : (
          <ul className="try-options">
            {options.map(({ letter, text, ratings, to }) => (
              <li key={letter}>
                <Link to={to} preventScrollReset>
                  {letter} · {text}
                </Link>
                <RatingMarks ratings={ratings} />
              </li>
            ))}
          </ul>
        )}
        <p className="send">
          {back !== null && (
            <>
              <Link className="link" to={back} preventScrollReset>
                Take the last one back
              </Link>
              <Link className="link" to="/how-it-scores#example" preventScrollReset>
                Begin again
              </Link>
            </>
          )}
        </p>
        <h4>Or look at a whole series</h4>
        <ul>
          {series.map(({ label, to }) => (
            <li key={to}>
              <Link className="link" to={to} preventScrollReset>
                {label}
              </Link>
            </li>
          ))}
        </ul>
      </div>
      {picks > 0 && <MomentList moments={moments} />}
    </>
  )
}
