import type { ReactNode } from 'react'
import { Problem } from './problem.tsx'

type ControlProps = { id: string; name: string; 'aria-invalid'?: true; 'aria-describedby'?: string }

type FieldProps = {
  /** Unlike any other on the page. */
  id: string
  name: string
  label: string
  isOptional?: boolean
  /** What helps to fill it in. */
  hint?: string
  problem: string | undefined
  children: (props: ControlProps) => ReactNode
}

/** A control with its label, and with what is wrong with it. */
export function Field({ id, name, label, isOptional = false, hint, problem, children }: FieldProps) {
  const described = [
    ...(hint === undefined ? [] : [`${id}-hint`]),
    ...(problem === undefined ? [] : [`${id}-problem`]),
  ].join(' ')
  const faulty: Partial<ControlProps> = {
    ...(described === '' ? {} : { 'aria-describedby': described }),
    ...(problem === undefined ? {} : { 'aria-invalid': true }),
  }
  return (
    <div className="field">
      <label htmlFor={id}>
        {label} {isOptional && <i>Optional</i>}
      </label>
      {hint !== undefined && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children({ id, name, ...faulty })}
      {problem !== undefined && <Problem id={`${id}-problem`}>{problem}</Problem>}
    </div>
  )
}
