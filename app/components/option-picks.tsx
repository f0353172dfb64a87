import { CaseHtml } from './case-html.tsx'
import type { DecisionDraft, DecisionProblems } from './decision-form.tsx'
import type { OptionView } from './views.ts'

type OptionPicksProps = {
  options: Array<OptionView>
  asksWorst: boolean
  /** The field that holds what one would do. */
  field?: string
  language: string
  draft: DecisionDraft | null
  problems: DecisionProblems
}

/**
 * The options, and beside them one or two columns of marks. In the document the texts come first and then each column whole, so
 * that the keyboard goes through one question after the other; the grid puts every mark in its option's row.
 */
export function OptionPicks({ options, asksWorst, field = 'best', language, draft, problems }: OptionPicksProps) {
  return (
    <div className={asksWorst ? 'options' : 'options single'}>
      <div className="options-head" aria-hidden="true">
        <span />
        <span>I’d do this</span>
        {asksWorst && <span>Most harm</span>}
      </div>
      <ol lang={language}>
        {options.map(({ id, html }) => (
          <li key={id}>
            <CaseHtml className="option-text" id={textId(id)} html={html} />
          </li>
        ))}
      </ol>
      <Picks
        name="best"
        field={field}
        asks="What you would do"
        label="I’d do this"
        options={options}
        picked={draft?.best ?? null}
        isFaulty={problems.best !== undefined}
      />
      {asksWorst && (
        <Picks
          name="worst"
          field="worst"
          asks="What would do most harm"
          label="Most harm"
          options={options}
          picked={draft?.worst ?? null}
          isFaulty={problems.worst !== undefined}
        />
      )}
    </div>
  )
}

type PicksProps = {
  name: 'best' | 'worst'
  field: string
  asks: string
  label: string
  options: Array<OptionView>
  picked: string | null
  isFaulty: boolean
}

/** One question's marks. Each is named by its column and the option's text, and its whole cell is its label. */
function Picks({ name, field, asks, label, options, picked, isFaulty }: PicksProps) {
  return (
    <div
      className={name}
      role="radiogroup"
      aria-label={asks}
      aria-required="true"
      aria-invalid={isFaulty ? true : undefined}
      aria-describedby={isFaulty ? `${name}-problem` : undefined}
    >
      {options.map(({ id }) => (
        <label key={id} className="pick">
          <input
            type="radio"
            name={field}
            value={id}
            required
            defaultChecked={picked === id}
            aria-labelledby={`${name}-${id} ${textId(id)}`}
          />
          <span id={`${name}-${id}`}>{label}</span>
        </label>
      ))}
    </div>
  )
}

function textId(option: string): string {
  return `option-${option}`
}
