import { domainToASCII, domainToUnicode } from 'node:url'
import { z } from 'zod'

/** What SMTP can carry (RFC 5321 §4.5.3.1). */
const LONGEST = 254
const LONGEST_NAME = 64

/** The pattern that browsers check an e-mail field with: it knows no line ends, lists, quotes or comments. */
const emailSchema = z.email({ pattern: z.regexes.html5Email })

/**
 * Pure. One address as it was typed, with its domain in the letters that mail is sent with (`münchen.de` → `xn--mnchen-3ya.de`), or
 * what is wrong with it.
 */
export function readAddress(typed: string): { email: string } | { problem: string } {
  const text = typed.trim()
  if (text === '') return { problem: 'Write the address that reminders should go to.' }
  const at = text.lastIndexOf('@')
  if (at < 1) return { problem: 'An address has a name, an @ and a place, like ola@example.org.' }
  const name = text.slice(0, at)
  const domain = text.slice(at + 1)
  const email = `${name}@${domainToASCII(domain)}`
  if (email.length > LONGEST || name.length > LONGEST_NAME)
    return { problem: 'This is longer than an address can be. Check that it is only one.' }
  if (/[^\0-\x7f]/.test(name))
    return { problem: 'Before the @ we can only write to letters from a to z, digits and signs such as . - _ +.' }
  if (!emailSchema.safeParse(email).success)
    return { problem: 'This does not read as one address. Check for spaces, commas and missing letters.' }
  return { email }
}

/** Pure. An address as people read it, with the letters of its domain. */
export function addressText(email: string): string {
  const at = email.lastIndexOf('@')
  return `${email.slice(0, at)}@${domainToUnicode(email.slice(at + 1))}`
}
