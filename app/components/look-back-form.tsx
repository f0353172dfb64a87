import { Form, useNavigation } from '@remix-run/react'
import { Field } from './field.tsx'
import type { LookBackView } from './home-views.ts'
import { Problem } from './problem.tsx'
import { useFocusOnFault } from './use-focus-on-fault.ts'

const RESULTS = [
  { value: 'done', label: 'Done' },
  { value: 'partly', label: 'Partly' },
  { value: 'not', label: 'Not this time' },
]

type LookBackFormProps = { attempt: string; lookBack: LookBackView; label: string }

/** What became of a commitment, in a mark and in one's own words; what did not happen can have another day. */
export function LookBackForm({ attempt, lookBack, label }: LookBackFormProps) {
  const form = useFocusOnFault(lookBack.problems)
  const isSending = useNavigation().state !== 'idle'
  const { result, happened, anotherDay, earliest, latest, problems } = lookBack
  const id = `back-${attempt}`
  const missing = problems['result']
  return (
    <Form ref={form} className="look-back" method="post" action={`/commitments/${attempt}`}>
      <input type="hidden" name="intent" value="look-back" />
      {missing !== undefined && (
        <div className="problems" role="alert" tabIndex={-1}>
          <Problem id={`${id}-problem`}>{missing} What you wrote is still here; nothing was kept so far.</Problem>
        </div>
      )}
      <fieldset className="field" aria-describedby={missing === undefined ? undefined : `${id}-problem`}>
        <legend>What became of it?</legend>
        <div className="chips">
          {RESULTS.map(({ value, label: name }) => (
            <label key={value}>
              <input type="radio" name="result" value={value} defaultChecked={result === value} />
              {name}
            </label>
          ))}
        </div>
      </fieldset>
      <div className="another-day">
        <Field
          id={`${id}-day`}
          name="anotherDay"
          label="Try it again by another day"
          isOptional
          problem={problems['anotherDay']}
        >
          {(props) => <input {...props} type="date" min={earliest} max={latest} defaultValue={anotherDay} />}
        </Field>
      </div>
      <Field id={`${id}-happened`} name="happened" label="What happened" isOptional problem={problems['happened']}>
        {(props) => <textarea {...props} rows={2} defaultValue={happened} />}
      </Field>
      <div className="send">
        <button className="button" aria-disabled={isSending ? true : undefined}>
          {label}
        </button>
        <span className="small">Only you can read it.</span>
      </div>
    </Form>
  )
}
