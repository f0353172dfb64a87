import { readAddress } from '../mail/address.ts'

const LONGEST_NAME = 80

/** Pure. A name as it is kept, or what is wrong with it. */
export function readName(typed: string): { name: string } | { problem: string } {
  const name = typed
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (name === '') return { problem: 'Write the name that people know you by.' }
  const { length } = [...name]
  if (length > LONGEST_NAME) return { problem: `Keep it to ${LONGEST_NAME} characters; this is ${length}.` }
  return { name }
}

/** Pure. The address of an account, in lower case, or what is wrong with it: one address is one account, however it is typed. */
export function readEmail(typed: string): { email: string } | { problem: string } {
  if (typed.trim() === '') return { problem: 'Write your e-mail address.' }
  const read = readAddress(typed.normalize('NFKC'))
  return 'problem' in read ? read : { email: read.email.toLowerCase() }
}
