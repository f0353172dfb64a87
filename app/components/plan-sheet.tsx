import { Link } from '@remix-run/react'
import type { PlanSheetView } from './plan-views.ts'

/** A plan as it was kept, made to be printed on one page. */
export function PlanSheet({ sheet: { steps, lookBackOn }, slug }: { sheet: PlanSheetView; slug: string }) {
  return (
    <div>
      <ol className="plan-sheet">
        {steps.map(({ competency, dimension, indicator, decision, decideOn, witness }) => (
          <li key={competency}>
            <h2 className={dimension}>{competency}</h2>
            <p className="small">
              {dimension === 'execution' ? 'Execution' : 'Influence'}. Done well: {indicator}
            </p>
            <p className="decided">{decision}</p>
            <dl className="facts">
              <div>
                <dt>I decide it by</dt>
                <dd>{decideOn}</dd>
              </div>
              <div>
                <dt>Who will notice</dt>
                <dd>{witness}</dd>
              </div>
            </dl>
          </li>
        ))}
      </ol>
      <p className="plan-day">
        I look back on <b>{lookBackOn}</b>.
      </p>
      <p className="send">
        <Link className="button quiet" to={`/courses/${slug}/plan?write=again`}>
          Write it again
        </Link>
        <span className="small">It is kept, and only you can read it. Printed, it fits on one page.</span>
      </p>
    </div>
  )
}
