const MOST = 100

/** More marks than this on one letter are no writing: they cover what stands around the name. */
const MOST_MARKS = 5

/**
 * Control, private and unassigned characters, line breaks, and what turns the direction of the text around the name. The joiners
 * (200C, 200D) stay: Persian and several Indian scripts are spelt with them.
 */
const FORBIDDEN = /[\p{Cc}\p{Co}\p{Cn}\p{Cs}\p{Zl}\p{Zp}]|(?![\u200C\u200D])\p{Cf}/u

export type ReadName = { kind: 'name'; name: string } | { kind: 'problem'; problem: string }

/**
 * Pure. The name that a certificate will bear: in any script, trimmed, composed (NFC), with single spaces, 1–100 characters. Or
 * what is wrong with it, in words for who typed it.
 */
export function readName(typed: string): ReadName {
  const name = typed
    .normalize('NFC')
    .trim()
    .replace(/\p{Zs}+/gu, ' ')
  const length = [...name].length
  if (name === '') return problem('Write your name as it should stand on the certificate.')
  if (length > MOST) return problem(`Keep it to ${MOST} characters; this is ${length}.`)
  if (FORBIDDEN.test(name)) return problem('There is a character in it that can’t be printed. Type the name by hand.')
  if (!/[\p{L}\p{N}]/u.test(name)) return problem('A name needs at least one letter.')
  if (new RegExp(`\\p{M}{${MOST_MARKS + 1}}`, 'u').test(name))
    return problem('There are more marks on one letter than can be read. Leave some of them out.')
  return { kind: 'name', name }
}

function problem(text: string): ReadName {
  return { kind: 'problem', problem: text }
}
