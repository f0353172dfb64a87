import { CaseHtml } from './case-html.tsx'
import type { DecisionDraft, DecisionProblems } from './decision-form.tsx'
import type { OptionView } from './views.ts'

type OptionRowProps = {
  option: OptionView
  asksWorst: boolean
  draft: DecisionDraft | null
  problems: DecisionProblems
}

/** One option with its marks. Each mark is named by its column and the option's text, and its whole cell is its label. */
export function OptionRow({ option, asksWorst, draft, problems }: OptionRowProps) {
  const textId = `option-${option.id}`
  const bestId = `best-${option.id}`
  const worstId = `worst-${option.id}`
  return (
    <li className="option">
      <CaseHtml className="option-text" id={textId} html={option.html} />
      <div className="picks">
        <label className="pick">
          <input
            className="mine"
            type="radio"
            name="best"
            value={option.id}
            required
            defaultChecked={draft?.best === option.id}
            aria-labelledby={`${bestId} ${textId}`}
            aria-describedby={problems.best === undefined ? undefined : 'best-problem'}
          />
          <span id={bestId}>I’d do this</span>
        </label>
        {asksWorst && (
          <label className="pick">
            <input
              className="harm"
              type="radio"
              name="worst"
              value={option.id}
              required
              defaultChecked={draft?.worst === option.id}
              aria-labelledby={`${worstId} ${textId}`}
              aria-describedby={problems.worst === undefined ? undefined : 'worst-problem'}
            />
            <span id={worstId}>Most harm</span>
          </label>
        )}
      </div>
    </li>
  )
}
