import { readAddress } from '../mail/address.ts'

const LONGEST_NAME = 80

/** What can't be seen, save the joiners (200C, 200D): Persian and several Indian scripts are spelt with them. */
const UNSEEN = /(?![\u200C\u200D])[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu

/** The look behind keeps it linear: without it, a long run within a name would be walked again from each of its characters. */
const AT_THE_ENDS = /^[\s\u200C\u200D]+|(?<![\s\u200C\u200D])[\s\u200C\u200D]+$/g

/** More marks than this on one letter are no writing: they cover what stands around the name. */
const TOO_MANY_MARKS = /\p{M}{6}/u

/** Pure. A name as it is kept, or what is wrong with it. */
export function readName(typed: string): { name: string } | { problem: string } {
  const name = typed
    .replace(UNSEEN, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(AT_THE_ENDS, '')
    .normalize('NFC')
  if (name === '') return { problem: 'Write the name that people know you by.' }
  const { length } = [...name]
  if (length > LONGEST_NAME) return { problem: `Keep it to ${LONGEST_NAME} characters; this is ${length}.` }
  if (!/[\p{L}\p{N}]/u.test(name)) return { problem: 'A name needs at least one letter.' }
  if (TOO_MANY_MARKS.test(name))
    return { problem: 'There are more marks on one letter than can be read. Leave some of them out.' }
  return { name }
}

/** Pure. The address of an account, in lower case, or what is wrong with it: one address is one account, however it is typed. */
export function readEmail(typed: string): { email: string } | { problem: string } {
  if (typed.trim() === '') return { problem: 'Write your e-mail address.' }
  const read = readAddress(typed.normalize('NFKC'))
  return 'problem' in read ? read : { email: read.email.toLowerCase() }
}
