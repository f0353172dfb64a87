import { randomBytes } from 'node:crypto'
import { hash, parseOptions, verify } from '@node-rs/argon2'
import { normalPassword } from './password-problem.ts'

/** OWASP's Password Storage Cheat Sheet: Argon2id (the library's default) with 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 } as const

/** What a password is kept as: Argon2id in PHC string format. */
export async function hashPassword(password: string): Promise<string> {
  return hash(normalPassword(password), COST)
}

/** The hash of a password that nobody has: checking against it takes as long as checking against a real one. */
let nobodys: Promise<string> | null = null

/** Whether this is the password of the hash. Where there is no hash the answer is no, after the same work. */
export async function isPassword(kept: string | null, password: string): Promise<boolean> {
  nobodys ??= hashPassword(randomBytes(32).toString('base64'))
  const isSame = await verify(kept ?? (await nobodys), normalPassword(password))
  return kept !== null && isSame
}

/** Whether a hash was made otherwise than they are made now. */
export function isOutdated(kept: string): boolean {
  const { memoryCost, timeCost, parallelism, outputLen } = parseOptions(kept)
  const isSame =
    memoryCost === COST.memoryCost &&
    timeCost === COST.timeCost &&
    parallelism === COST.parallelism &&
    outputLen === COST.outputLen
  return !isSame || !kept.startsWith('$argon2id$v=19$')
}
