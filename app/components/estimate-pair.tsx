import { EstimateScale } from './estimate-scale.tsx'
import type { ToldEstimate } from './profile-views.ts'

/** Both estimates with their intervals, and what can be said of each so far. */
export function EstimatePair({ dimensions }: { dimensions: Record<'execution' | 'influence', ToldEstimate> }) {
  return (
    <div className="dims two">
      {(['execution', 'influence'] as const).map((dimension) => {
        const estimate = dimensions[dimension]
        return (
          <div key={dimension}>
            <div className="dim-head">
              <h3 className={dimension}>{dimension === 'execution' ? 'Execution' : 'Influence'}</h3>
              <p className={estimate.isClaimed ? 'claim sure' : 'claim'}>{estimate.claim}</p>
            </div>
            <p className="small">{estimate.evidence}</p>
            <EstimateScale dimension={dimension} estimate={estimate} isClaimed={estimate.isClaimed} cuts={null} />
          </div>
        )
      })}
    </div>
  )
}
