import type { Role } from '../../app/data/accounts.server.ts'
import type { TestServer } from './server.ts'
import { stored } from './stored.ts'
import { aVisitor } from './visitor.ts'
import type { Visitor } from './visitor.ts'

/** The password of everyone whose test does not say another. */
export const PASSWORD = 'belt stops before ten'

export type Person = Visitor & { email: string }

/** Signs a visitor up; gives them back with the address that they have then. */
export async function signUp(visitor: Visitor, name: string, password = PASSWORD): Promise<Person> {
  const email = `${name.toLowerCase()}@example.org`
  const answer = await visitor.post('/sign-up', { name, email, password })
  if (answer.status !== 303) throw new Error(`Expected ${email} to be signed up, found ${answer.status}`)
  return { ...visitor, email }
}

/** Somebody new who is signed in, with the role that they were given before. */
export async function aPerson(server: TestServer, name: string, role: Role = 'learner'): Promise<Person> {
  const person = await signUp(aVisitor(server.url), name)
  change(server, 'UPDATE "Account" SET "role" = ? WHERE "email" = ?', role, person.email)
  return person
}

/** A form of signing in. */
export function signInForm(email: string, password = PASSWORD): Record<string, string> {
  return { email, password }
}

/** A browser that nobody has used, signed in. */
export async function signedIn(server: TestServer, email: string, password = PASSWORD): Promise<Visitor> {
  const visitor = aVisitor(server.url)
  const { status } = await visitor.post('/sign-in', signInForm(email, password))
  if (status !== 303) throw new Error(`Expected ${email} to be signed in, found ${status}`)
  return visitor
}

/** Asks a server's database. */
export function query<T>(server: TestServer, sql: string, ...values: Array<string | number>): Array<T> {
  return stored(server.database, sql, ...values)
}

/** Changes what a server has stored, behind its back. */
export function change(server: TestServer, sql: string, ...values: Array<string | number>): void {
  stored(server.database, sql, ...values)
}

/** The learner with this address. */
export function learnerWith(server: TestServer, email: string): string {
  const [row] = query<{ learnerId: string }>(server, 'SELECT "learnerId" FROM "Account" WHERE "email" = ?', email)
  if (!row) throw new Error(`Expected an account with ${email}`)
  return row.learnerId
}
