import { z } from 'zod'
import type { Asker, Reader } from './database.server.ts'

/** What people may do, each more than the one before. */
export const ROLES = ['learner', 'instructor', 'admin'] as const

export type Role = (typeof ROLES)[number]

const roleColumn = z.enum(ROLES)

/** What a row of `Account` is read as. */
export const accountRow = z.object({
  learnerId: z.string(),
  email: z.string(),
  name: z.string(),
  passwordHash: z.string(),
  role: roleColumn,
})

/** What lets a learner sign in from anywhere. `email` is in lower case. */
export type Account = z.infer<typeof accountRow>

const COLUMNS = '"learnerId", "email", "name", "passwordHash", "role"'

/** The account of a learner; null for a guest. */
export async function findAccount(db: Asker, learnerId: string): Promise<Account | null> {
  const sql = `SELECT ${COLUMNS} FROM "Account" WHERE "learnerId" = $1`
  const [account] = await db.ask(accountRow, { sql, values: [learnerId] })
  return account ?? null
}

export async function findAccountByEmail(db: Asker, email: string): Promise<Account | null> {
  const sql = `SELECT ${COLUMNS} FROM "Account" WHERE "email" = $1`
  const [account] = await db.ask(accountRow, { sql, values: [email] })
  return account ?? null
}

/** Adds an account to a learner, who is made where there is none yet. Fails with a unique-key error where the address is taken. */
export async function createAccount(db: Reader, account: Account & { createdAt: Date }): Promise<void> {
  const { learnerId, createdAt } = account
  await db.learner.upsert({ where: { id: learnerId }, create: { id: learnerId, createdAt }, update: {} })
  await db.account.create({ data: account })
}

/** Changes what is given; says whether there was an account. Fails with a unique-key error where the address is taken. */
export async function changeAccount(
  db: Reader,
  learnerId: string,
  change: Partial<Pick<Account, 'name' | 'email' | 'passwordHash' | 'role'>>,
): Promise<boolean> {
  return (await db.account.updateMany({ where: { learnerId }, data: change })).count === 1
}

/** Replaces a hash by another one of the same password; false, with nothing changed, where it is no longer the one before. */
export async function replaceHash(db: Reader, learnerId: string, before: string, after: string): Promise<boolean> {
  const where = { learnerId, passwordHash: before }
  return (await db.account.updateMany({ where, data: { passwordHash: after } })).count === 1
}

/** Whether an account is still there and still has this hash. */
export async function hasHash(db: Reader, learnerId: string, passwordHash: string): Promise<boolean> {
  return (await db.account.count({ where: { learnerId, passwordHash } })) === 1
}

export async function countAdmins(db: Reader): Promise<number> {
  return db.account.count({ where: { role: 'admin' } })
}
