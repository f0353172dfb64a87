import type { Account } from '../data/accounts.server.ts'
import { readEmail, readName } from './account-fields.ts'
import { passwordProblem } from './password-problem.ts'

/** What is to be different; what stays is not in it. */
export type AccountChange = { name?: string; email?: string; password?: string }

type Typed = { name: string; email: string; password: string; current: string }

type Problems = Partial<Record<keyof Typed, string>>

/** Pure. What someone wants changed of their account, or what is wrong with it, all at once. No new password is an empty one. */
export function readAccountChange(
  typed: Typed,
  account: Pick<Account, 'name' | 'email'>,
): { change: AccountChange } | { problems: Problems } {
  const [name, email] = [readName(typed.name), readEmail(typed.email)]
  const address = 'email' in email ? email.email : account.email
  const password = typed.password === '' ? null : passwordProblem(typed.password, address)
  const problems: Problems = {
    ...('problem' in name ? { name: name.problem } : {}),
    ...('problem' in email ? { email: email.problem } : {}),
    ...(password === null ? {} : { password }),
    ...(typed.current === '' ? { current: 'Type your password as it is now.' } : {}),
  }
  if (Object.keys(problems).length > 0 || 'problem' in name || 'problem' in email) return { problems }
  return {
    change: {
      ...(name.name === account.name ? {} : { name: name.name }),
      ...(email.email === account.email ? {} : { email: email.email }),
      ...(typed.password === '' ? {} : { password: typed.password }),
    },
  }
}
