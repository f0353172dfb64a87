import { DecisionsBehind } from './decisions-behind.tsx'
import { EstimateScale } from './estimate-scale.tsx'
import type { Dimension, DimensionView } from './profile-views.ts'

type DimensionProps = { dimension: Dimension; view: DimensionView; isAnswered: boolean }

/** One dimension: what is claimed of it, how sure that is, and the decisions behind it. */
export function DimensionEstimate({ dimension, view, isAnswered }: DimensionProps) {
  return (
    <div>
      <div className="dim-head">
        <h3 className={dimension}>{dimension === 'execution' ? 'Execution' : 'Influence'}</h3>
        <p className={view.isClaimed ? 'claim sure' : 'claim'}>{view.claim}</p>
      </div>
      <p className="note">
        {view.evidence}. {isAnswered ? 'Your role asks for' : 'Assumed of your role:'} {view.demand} of 5.
      </p>
      <EstimateScale dimension={dimension} estimate={view} isClaimed={view.isClaimed} cuts={view.cuts} />
      {view.behind.length > 0 && (
        <details className="more-of">
          <summary>The decisions behind it</summary>
          <p className="note">{view.sureness}</p>
          <DecisionsBehind behind={view.behind} compact />
        </details>
      )}
    </div>
  )
}
