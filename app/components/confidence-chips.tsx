import { Problem } from './problem.tsx'

const levels = [
  { value: 'guess', label: 'A guess' },
  { value: 'fairly', label: 'Fairly sure' },
  { value: 'certain', label: 'Certain' },
]

/** How sure the learner is. Optional, and unset until they say so. */
export function ConfidenceChips({ chosen, problem }: { chosen: string | null; problem: string | null }) {
  return (
    <fieldset className="field" aria-describedby={problem === null ? undefined : 'confidence-problem'}>
      <legend>
        How sure are you? <i>Optional</i>
      </legend>
      <div className="chips">
        {levels.map(({ value, label }) => (
          <label key={value}>
            <input type="radio" name="confidence" value={value} defaultChecked={chosen === value} />
            {label}
          </label>
        ))}
      </div>
      {problem !== null && <Problem id="confidence-problem">{problem}</Problem>}
    </fieldset>
  )
}
