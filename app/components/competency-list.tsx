import { DecisionsBehind } from './decisions-behind.tsx'
import { EstimateMark, IntervalLine } from './estimate-mark.tsx'
import { anchorOf } from './estimate-scale.tsx'
import type { CompetencyView, Cuts, Dimension } from './profile-views.ts'
import { estimateText, placeOf } from './scale.ts'

type ListProps = { dimension: Dimension; competencies: ReadonlyArray<CompetencyView>; cuts: Cuts }

/** The competencies of a dimension, those with a claim first; each opens to what it means and the decisions behind it. */
export function CompetencyList({ dimension, competencies, cuts }: ListProps) {
  return (
    <>
      <h3 className={`comp-head ${dimension}`}>{dimension === 'execution' ? 'Execution' : 'Influence'}</h3>
      <div className="comp-axis" aria-hidden="true">
        <svg className="scale" width="100%" height="20">
          {[20, 35, 50, 65, 80].map((step) => (
            <text key={step} className={anchorOf(step)} x={placeOf(step)} y="14">
              {step}
            </text>
          ))}
        </svg>
      </div>
      <ul className="comp">
        {competencies.map((competency) => (
          <li key={competency.id}>
            <CompetencyRow dimension={dimension} competency={competency} cuts={cuts} />
          </li>
        ))}
      </ul>
    </>
  )
}

type RowProps = { dimension: Dimension; competency: CompetencyView; cuts: Cuts }

function CompetencyRow({ dimension, competency, cuts }: RowProps) {
  const { name, isClaimed, claim, t } = competency
  return (
    <details>
      <summary>
        <span className="name">{name}</span>
        <svg
          className={isClaimed ? undefined : 'unsure'}
          width="100%"
          height="44"
          role="img"
          aria-label={`estimate ${estimateText(competency)};`}
        >
          <line className="fifty" x1="50%" x2="50%" y1="0" y2="44" />
          {[cuts.exposed, cuts.strong].map((cut) => (
            <line key={cut} className="tick" x1={placeOf(cut)} x2={placeOf(cut)} y1="15" y2="29" />
          ))}
          <IntervalLine dimension={dimension} estimate={competency} y={22} />
          <EstimateMark dimension={dimension} t={t} y={22} size={10} isHollow={!isClaimed} />
        </svg>
        <span className={isClaimed ? 'claim sure' : 'claim'}>{claim}</span>
      </summary>
      <div className="comp-more">
        <p className="means">{competency.description}</p>
        <dl>
          <div>
            <dt>Done well</dt>
            <dd>{competency.indicator}</dd>
          </div>
          <div>
            <dt>How its absence shows</dt>
            <dd>{competency.failure}</dd>
          </div>
          <div>
            <dt>How sure this is</dt>
            <dd>
              Estimate {estimateText(competency)}. {competency.sureness}
            </dd>
          </div>
          <div>
            <dt>{competency.evidence}</dt>
            <dd>
              {competency.behind.length === 0 ? (
                'None of the decisions that count was about it.'
              ) : (
                <DecisionsBehind behind={competency.behind} compact={false} />
              )}
            </dd>
          </div>
        </dl>
      </div>
    </details>
  )
}
