import { EstimateMark, IntervalLine } from './estimate-mark.tsx'
import type { MomentView } from './profile-views.ts'
import { estimateText } from './scale.ts'

/** How the two estimates moved, case by case, each with its interval. */
export function MomentList({ moments }: { moments: ReadonlyArray<MomentView> }) {
  return (
    <ol className="moments">
      {moments.map(({ label, language, note, execution, influence }, place) => (
        <li key={place}>
          <p className="name">
            <span lang={language ?? undefined}>{label}</span>
            <span className="small">{note}</span>
          </p>
          <svg width="100%" height="52" aria-hidden="true">
            <line className="fifty" x1="50%" x2="50%" y1="0" y2="52" />
            <IntervalLine dimension="execution" estimate={execution} y={16} />
            <EstimateMark dimension="execution" t={execution.t} y={16} size={10} isHollow={!execution.isClaimed} />
            <IntervalLine dimension="influence" estimate={influence} y={36} />
            <EstimateMark dimension="influence" t={influence.t} y={36} size={10} isHollow={!influence.isClaimed} />
          </svg>
          <p className="told num">
            <span className="execution">Execution {estimateText(execution)}</span>
            <span className="influence">Influence {estimateText(influence)}</span>
          </p>
        </li>
      ))}
    </ol>
  )
}
