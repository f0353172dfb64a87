import { readEmail, readName } from './account-fields.ts'
import { passwordProblem } from './password-problem.ts'
import type { NewAccount } from './sign-up.server.ts'

type Problems = Partial<Record<'name' | 'email' | 'password', string>>

/** Pure. A new account as it was typed, or what is wrong with it, all at once. */
export function readNewAccount(typed: NewAccount): { account: NewAccount } | { problems: Problems } {
  const [name, email] = [readName(typed.name), readEmail(typed.email)]
  const password = passwordProblem(typed.password, 'email' in email ? email.email : typed.email)
  if ('problem' in name || 'problem' in email || password !== null) {
    return {
      problems: {
        ...('problem' in name ? { name: name.problem } : {}),
        ...('problem' in email ? { email: email.problem } : {}),
        ...(password === null ? {} : { password }),
      },
    }
  }
  return { account: { name: name.name, email: email.email, password: typed.password } }
}
