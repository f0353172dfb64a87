import type { Asker } from '../data/database.server.ts'
import { findPerson, listPeople } from '../data/people.server.ts'
import type { Person } from '../data/people.server.ts'

const ON_A_PAGE = 50

/** A person as pages show them; days as YYYY-MM-DD. */
export type ShownPerson = Pick<Person, 'learnerId' | 'name' | 'email' | 'role'> & {
  since: string
  seenOn: string | null
  askedOn: string | null
}

type Reading = { db: Asker; now: Date }

/** A page of the people whose name or address holds the text. A page that is not there is the nearest one. */
export async function readPeople({ search, page }: { search: string; page: number }, { db, now }: Reading) {
  const read = (at: number) => listPeople(db, { text: search, now, from: (at - 1) * ON_A_PAGE, most: ON_A_PAGE })
  const asked = await read(page)
  const pages = Math.max(1, Math.ceil(asked.count / ON_A_PAGE))
  const { people, count } = page > pages ? await read(pages) : asked
  return { search, people: people.map(shownPerson), count, page: Math.min(page, pages), pages }
}

/** Null where there is no such account. */
export async function readPerson(learnerId: string, { db, now }: Reading): Promise<ShownPerson | null> {
  const person = await findPerson(db, learnerId, now)
  return person && shownPerson(person)
}

function shownPerson({ createdAt, seenAt, askedAt, ...person }: Person): ShownPerson {
  return { ...person, since: dayOf(createdAt), seenOn: seenAt && dayOf(seenAt), askedOn: askedAt && dayOf(askedAt) }
}

function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10)
}
