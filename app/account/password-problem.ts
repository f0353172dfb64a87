import { isCommonPassword } from './common-passwords.ts'

const LEAST = 10
const MOST = 200

/** Pure. The same password whatever keyboard it comes from: letters with marks can be written in two ways. */
export function normalPassword(typed: string): string {
  return typed.normalize('NFKC')
}

/** Pure. Why a new password for an account with this address won't do, in words; null where it will. */
export function passwordProblem(typed: string, email: string): string | null {
  const password = normalPassword(typed)
  const length = [...password].length
  if (length === 0) return 'Choose a password.'
  if (length < LEAST)
    return `Use at least ${LEAST} characters; this has ${length}. A few words in a row are easy to keep.`
  if (length > MOST) return `Use at most ${MOST} characters; this has ${length}.`
  const plain = password.trim().toLowerCase()
  if (plain === email.trim().toLowerCase())
    return 'Your address is the first thing anyone would try. Choose something else.'
  if (isCommonPassword(plain)) return 'This is one of the passwords that are tried first. Choose something else.'
  return null
}
