import { readEmail } from '../account/account-fields.ts'
import type { PersonRow } from './read-people.ts'

/** What will happen with a line, or why nothing will. `email` is as it is kept where that can be told. */
export type PlannedRow = { line: number; email: string; name: string } & (
  | { outcome: 'invite' | 'member' | 'invited' }
  | { outcome: 'duplicate'; first: number }
  | { outcome: 'invalid'; problem: string }
)

/** Addresses as they are kept, in lower case. */
export type KnownPeople = { members: ReadonlySet<string>; invited: ReadonlySet<string> }

const LONGEST_NAME = 80

/** Pure. What becomes of each line of a list of people, in its order. */
export function planImport(rows: ReadonlyArray<PersonRow>, { members, invited }: KnownPeople): Array<PlannedRow> {
  const lines = new Map<string, number>()
  return rows.map(({ line, email: typed, name: typedName }): PlannedRow => {
    const read = readEmail(typed)
    const name = readPersonName(typedName)
    if ('problem' in read) {
      const problem = typed === '' ? 'There is no address in this line.' : read.problem
      return { line, email: typed.slice(0, 300), name, outcome: 'invalid', problem }
    }
    const { email } = read
    const first = lines.get(email)
    if (first !== undefined) return { line, email, name, outcome: 'duplicate', first }
    lines.set(email, line)
    if (members.has(email)) return { line, email, name, outcome: 'member' }
    return { line, email, name, outcome: invited.has(email) ? 'invited' : 'invite' }
  })
}

/** A name is a help only: what is too long or odd in it is left away. */
function readPersonName(typed: string): string {
  const name = typed
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
  return [...name].slice(0, LONGEST_NAME).join('')
}
