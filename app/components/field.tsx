import type { ReactNode } from 'react'
import { Problem } from './problem.tsx'

type ControlProps = { id: string; name: string; 'aria-invalid'?: true; 'aria-describedby'?: string }

type FieldProps = {
  /** Unlike any other on the page. */
  id: string
  name: string
  label: string
  isOptional?: boolean
  problem: string | undefined
  children: (props: ControlProps) => ReactNode
}

/** A control with its label, and with what is wrong with it. */
export function Field({ id, name, label, isOptional = false, problem, children }: FieldProps) {
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
