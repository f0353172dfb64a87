import { JOIN_WORDS } from './join-words.ts'

/** Digits that nobody takes for a letter, nor for one another. */
const DIGITS = '23456789'
const WORDS = 2
const NUMBER_LENGTH = 4

/** How many different codes there are: some hundred and fifty million. With a limit on tries, none is found by trying. */
export const JOIN_CODES = JOIN_WORDS.length ** WORDS * DIGITS.length ** NUMBER_LENGTH

/**
 * Pure. A join code such as MADRID-OSLO-2246.
 * @param draw gives an integer from 0 to below its argument, each as likely as the others
 */
export function joinCode(draw: (below: number) => number): string {
  const words = Array.from({ length: WORDS }, () => JOIN_WORDS[draw(JOIN_WORDS.length)] ?? '')
  const digits = Array.from({ length: NUMBER_LENGTH }, () => DIGITS[draw(DIGITS.length)] ?? '')
  return [...words, digits.join('')].join('-')
}

/** The longest text that can be meant as a code. */
const LONGEST = 60

/** Pure. A code as it is kept, from how somebody typed it: small letters, spaces and any kind of dash do. Null for what is none. */
export function readJoinCode(typed: string): string | null {
  if (typed.length > LONGEST) return null
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}_.]+/gu, '-')
    .replace(/^-|-$/g, '')
  return /^[A-Z]+-[A-Z]+-[2-9]{4}$/.test(code) ? code : null
}
