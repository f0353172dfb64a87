import { Form, Link, useNavigation } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { OfferView, PlanStepFields, PlanView } from './plan-views.ts'
import { Problem } from './problem.tsx'
import { useFocusOnFault } from './use-focus-on-fault.ts'

type FormView = NonNullable<PlanView['form']>

type PlanFormProps = { slug: string; form: FormView; offers: ReadonlyArray<OfferView>; isKept: boolean }

/** Two decisions, each for one competency, and a day to look back. */
export function PlanForm({ slug, form, offers, isKept }: PlanFormProps) {
  const { fields, days, problems } = form
  const ref = useFocusOnFault(problems)
  const isSending = useNavigation().state !== 'idle'
  const faults = Object.keys(problems).length
  return (
    // The page says itself what is wrong with a date, in the same words with a script and without.
    <Form
      ref={ref}
      className="plan-form"
      id="plan-form"
      method="post"
      action={`/courses/${slug}/plan#plan-form`}
      noValidate
    >
      {faults > 0 && (
        <div className="problems">
          <Problem>
            {faults === 1 ? 'One thing is not right yet.' : `${faults} things are not right yet.`} What you wrote is
            still here; nothing was kept so far.
          </Problem>
        </div>
      )}
      {fields.steps.map((step, place) => (
        <StepFields key={place} step={step} place={place} offers={offers} days={days} problems={problems} />
      ))}
      <div className="plan-last">
        <Field name="lookBackOn" label="I look back on both on" problem={problems['lookBackOn']}>
          {(props) => (
            <input
              {...props}
              type="date"
              min={days.earliest}
              max={days.latestLookBack}
              defaultValue={fields.lookBackOn}
            />
          )}
        </Field>
      </div>
      <div className="send">
        <button className="button" aria-disabled={isSending ? true : undefined}>
          {isSending ? 'One moment' : isKept ? 'Keep the new plan' : 'Keep this plan'}
        </button>
        {isKept ? (
          <Link className="link" to={`/courses/${slug}/plan`}>
            Leave it as it was
          </Link>
        ) : (
          <span className="small">You can write it again whenever you like.</span>
        )}
      </div>
    </Form>
  )
}

type StepFieldsProps = {
  step: PlanStepFields
  place: number
  offers: ReadonlyArray<OfferView>
  days: FormView['days']
  problems: Record<string, string>
}

const LEGENDS = ['The first decision', 'The second decision']

function StepFields({ step, place, offers, days, problems }: StepFieldsProps) {
  const named = (name: string) => ({ name: `${name}-${place}`, problem: problems[`${name}-${place}`] })
  return (
    <fieldset>
      <legend>{LEGENDS[place]}</legend>
      <Field {...named('competency')} label="It is about">
        {(props) => (
          <select {...props} defaultValue={step.competency}>
            <option value="">Choose a competency</option>
            {offers.map(({ id, name, claim }) => (
              <option key={id} value={id}>
                {name} · {claim}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field {...named('decision')} label="What I will decide, at work">
        {(props) => <textarea {...props} rows={3} defaultValue={step.decision} />}
      </Field>
      <div className="row">
        <Field {...named('decideOn')} label="I decide it by">
          {(props) => (
            <input {...props} type="date" min={days.earliest} max={days.latestDecision} defaultValue={step.decideOn} />
          )}
        </Field>
        <Field {...named('witness')} label="Who will notice">
          {(props) => <input {...props} type="text" autoComplete="off" defaultValue={step.witness} />}
        </Field>
      </div>
    </fieldset>
  )
}

type ControlProps = { id: string; name: string; 'aria-invalid'?: true; 'aria-describedby'?: string }

type FieldProps = {
  name: string
  label: string
  problem: string | undefined
  children: (props: ControlProps) => ReactNode
}

function Field({ name, label, problem, children }: FieldProps) {
  const id = `plan-${name}`
  const faulty: Partial<ControlProps> =
    problem === undefined ? {} : { 'aria-invalid': true, 'aria-describedby': `${id}-problem` }
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({ id, name, ...faulty })}
      {problem !== undefined && <Problem id={`${id}-problem`}>{problem}</Problem>}
    </div>
  )
}
