import { Form, useNavigation } from '@remix-run/react'
import { Field } from './field.tsx'
import { useFocusOnFault } from './use-focus-on-fault.ts'
import type { CommitmentView } from './views.ts'

type CommitmentFormProps = {
  /** Where it is sent. */
  action: string
  commitment: CommitmentView
  label: string
}

/** One if–then plan with a day to look back on it. Source: Gollwitzer, "Implementation intentions" (1999). */
export function CommitmentForm({ action, commitment, label }: CommitmentFormProps) {
  const form = useFocusOnFault(commitment.problems)
  const isSending = useNavigation().state !== 'idle'
  const { problems } = commitment
  return (
    <Form ref={form} className="ifthen" id="plan-form" method="post" action={`${action}#plan-form`} preventScrollReset>
      <input type="hidden" name="intent" value="commit" />
      <Field id="plan-when" name="when" label="When this happens" problem={problems['when']}>
        {(props) => <textarea {...props} rows={2} defaultValue={commitment.when} />}
      </Field>
      <Field id="plan-will" name="will" label="I will" problem={problems['will']}>
        {(props) => <textarea {...props} rows={2} defaultValue={commitment.will} />}
      </Field>
      <div className="row">
        <Field id="plan-dueOn" name="dueOn" label="By this day, when I look back" problem={problems['dueOn']}>
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
        <Field id="plan-witness" name="witness" label="Who will notice" isOptional problem={problems['witness']}>
          {(props) => <input {...props} type="text" autoComplete="off" defaultValue={commitment.witness} />}
        </Field>
      </div>
      <div className="send">
        <button className="button" aria-disabled={isSending ? true : undefined}>
          {label}
        </button>
        <output className="small">
          {commitment.saved && 'Your plan is kept. On its day it comes back at home. Only you can read it.'}
        </output>
      </div>
    </Form>
  )
}
