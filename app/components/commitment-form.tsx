import { Form, useNavigation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Problem } from './problem.tsx'
import { useFocusOnFault } from './use-focus-on-fault.ts'
import type { CommitmentView } from './views.ts'

type CommitmentFormProps = { attempt: string; commitment: CommitmentView }

/** One if–then plan with a day to look back on it. Source: Gollwitzer, "Implementation intentions" (1999). */
export function CommitmentForm({ attempt, commitment }: CommitmentFormProps) {
  const form = useFocusOnFault(commitment.problems)
  const isSending = useNavigation().state !== 'idle'
  const { problems } = commitment
  return (
    <Form
      ref={form}
      className="ifthen"
      id="plan-form"
      method="post"
      action={`/attempts/${attempt}/debrief#plan-form`}
      preventScrollReset
    >
      <input type="hidden" name="intent" value="commit" />
      <Field name="when" label="If this happens" problem={problems.when}>
        {(props) => <textarea {...props} rows={2} defaultValue={commitment.when} />}
      </Field>
      <Field name="will" label="then I will" problem={problems.will}>
        {(props) => <textarea {...props} rows={2} defaultValue={commitment.will} />}
      </Field>
      <div className="row">
        <Field name="witness" label="Who will notice" isOptional problem={problems.witness}>
          {(props) => <input {...props} type="text" autoComplete="off" defaultValue={commitment.witness} />}
        </Field>
        <Field name="dueOn" label="I look back on" problem={problems.dueOn}>
          {(props) => (
            <input
              {...props}
              type="date"
              min={commitment.earliest}
              max={commitment.latest}
              defaultValue={commitment.dueOn}
            />
          )}
        </Field>
      </div>
      <div className="send">
        <button className="button" aria-disabled={isSending ? true : undefined}>
          {commitment.saved ? 'Keep the change' : 'Keep this plan'}
        </button>
        <output className="small">{commitment.saved && 'Your plan is kept. Only you can read it.'}</output>
      </div>
    </Form>
  )
}

type ControlProps = { id: string; name: string; 'aria-invalid'?: true; 'aria-describedby'?: string }

type FieldProps = {
  name: string
  label: string
  isOptional?: boolean
  problem: string | undefined
  children: (props: ControlProps) => ReactNode
}

function Field({ name, label, isOptional = false, problem, children }: FieldProps) {
  const id = `plan-${name}`
  const faulty: Partial<ControlProps> =
    problem === undefined ? {} : { 'aria-invalid': true, 'aria-describedby': `${id}-problem` }
  return (
    <div className="field">
      <label htmlFor={id}>
        {label} {isOptional && <i>Optional</i>}
      </label>
      {children({ id, name, ...faulty })}
      {problem !== undefined && <Problem id={`${id}-problem`}>{problem}</Problem>}
    </div>
  )
}
