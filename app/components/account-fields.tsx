import { Field } from './field.tsx'

type TextProps = { value: string; problem: string | undefined; hint?: string }

export function NameField({ value, problem, hint }: TextProps) {
  return (
    <Field id="name" name="name" label="Name" problem={problem} {...(hint === undefined ? {} : { hint })}>
      {(props) => <input {...props} type="text" autoComplete="name" maxLength={200} defaultValue={value} />}
    </Field>
  )
}

export function EmailField({ value, problem, hint }: TextProps) {
  return (
    <Field id="email" name="email" label="E-mail address" problem={problem} {...(hint === undefined ? {} : { hint })}>
      {(props) => (
        <input
          {...props}
          type="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          defaultValue={value}
        />
      )}
    </Field>
  )
}

type PasswordProps = {
  name?: string
  label?: string
  isNew?: boolean
  isOptional?: boolean
  hint?: string
  problem: string | undefined
}

export function PasswordField(props: PasswordProps) {
  const { name = 'password', label = 'Password', isNew = false, isOptional = false, hint, problem } = props
  return (
    <Field
      id={name}
      name={name}
      label={label}
      isOptional={isOptional}
      problem={problem}
      {...(hint === undefined ? {} : { hint })}
    >
      {(control) => (
        <input
          {...control}
          type="password"
          autoComplete={isNew ? 'new-password' : 'current-password'}
          maxLength={1000}
          spellCheck={false}
        />
      )}
    </Field>
  )
}

/** What a new password has to be. */
export const PASSWORD_HINT = 'At least 10 characters. A few words in a row are easy to keep.'
