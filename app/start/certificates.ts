import { environment } from './environment.ts'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { readCredential } from '../credentials/credential.ts'
import { createSigningKeys } from '../credentials/signing-keys.server.ts'
import type { SigningKeys } from '../credentials/signing-keys.server.ts'
import { findCertificate, listCertificates, revokeCertificate } from '../data/certificates.server.ts'
import type { KeptCertificate } from '../data/certificates.server.ts'
import { openDatabase } from '../data/database.server.ts'
import type { Database } from '../data/database.server.ts'
import { applyMigrations } from '../data/migrate.server.ts'
import { findSigningKey, listSigningKeys, revokeSigningKey } from '../data/signing-keys.server.ts'
import type { KeptKey } from '../data/signing-keys.server.ts'
import { systemClock } from '../http/clock.ts'
import { readConfig } from '../http/config.server.ts'
import { localSecret } from '../http/secret.server.ts'

// `npm run certificates`: what the people who run an installation do with certificates. A running server sees it at once.

const HELP = `Usage: npm run -s certificates -- <command>

  list                    certificates and keys, the oldest first
  revoke ID "REASON"      takes a certificate back; its page says when and why
  rotate-key              makes a new key that signs from now on; what the old one signed stays good
  revoke-key KEY          no longer vouches for anything that a key signed

ID is a certificate's number or the address of its page, KEY a key as list shows it.
Exit status: 0 done, 1 not done, and why is said, 2 wrong use.
`

const MOST_LETTERS = 300

/** What was asked can't be done with what is there. */
class NotDone extends Error {}
class WrongUse extends Error {}

type Office = { db: Database; keys: SigningKeys; now: () => Date }
type Command = { takes: ReadonlyArray<string>; run: (office: Office, args: ReadonlyArray<string>) => Promise<string> }

const COMMANDS: Record<string, Command> = {
  list: { takes: [], run: list },
  revoke: { takes: ['the certificate', 'a reason'], run: revoke },
  'rotate-key': { takes: [], run: rotateKey },
  'revoke-key': { takes: ['the key'], run: revokeKey },
}

async function list({ db, keys, now }: Office): Promise<string> {
  const certificates = (await listCertificates(db.read)).map(certificateLine)
  const known = (await listSigningKeys(db.read)).reverse()
  const lines = await Promise.all(known.map(async (key) => keyLine(key, await keys.isReadable(key), now())))
  return [`${certificates.length} certificates`, ...certificates, `${lines.length} keys`, ...lines, ''].join('\n')
}

function certificateLine({ id, learnerId, course, issuedAt, credential, revokedAt, revokedReason }: KeptCertificate) {
  const stated = credential === null || learnerId === null ? null : readCredential(credential)
  const name = stated?.credentialSubject.identifier[0].identityHash ?? (learnerId === null ? 'withdrawn' : 'unreadable')
  const revoked = revokedAt === null ? '' : `  revoked ${dayOf(revokedAt)}: ${revokedReason ?? ''}`
  return `  ${id}  ${dayOf(issuedAt)}  ${course}  ${name}${revoked}`
}

function keyLine({ id, createdAt, expiresAt, retiredAt, revokedAt }: KeptKey, isReadable: boolean, now: Date): string {
  const state = [
    ...(revokedAt === null ? [] : [`revoked ${dayOf(revokedAt)}`]),
    ...(retiredAt === null ? [] : [`signs nothing since ${dayOf(retiredAt)}`]),
    ...(expiresAt > now ? [] : ['expired']),
    ...(isReadable ? [] : ['sealed with another secret']),
  ]
  const until = `${dayOf(createdAt)} to ${dayOf(expiresAt)}`
  return `  ${id}  ${until}  ${state.length === 0 ? 'may sign' : state.join(', ')}`
}

async function revoke({ db, now }: Office, [given = '', typed = '']: ReadonlyArray<string>): Promise<string> {
  const id = /[0-9a-f-]{36}/.exec(given)?.[0] ?? given
  const reason = typed.trim()
  if (reason === '' || reason.length > MOST_LETTERS || /\p{Cc}/u.test(reason))
    throw new WrongUse(`expected a reason of 1 to ${MOST_LETTERS} characters on one line`)
  const certificate = await findCertificate(db.read, id)
  if (certificate === null) throw new NotDone(`there is no certificate ${id}`)
  if (!(await db.write((tx) => revokeCertificate(tx, { id, reason, now: now() }))))
    throw new NotDone(`certificate ${id} was revoked before; the first date and reason stay`)
  return `Certificate ${id} is revoked. Its page says so from now on.\n`
}

async function rotateKey({ keys }: Office): Promise<string> {
  return `From now on ${await keys.rotate()} signs. What was signed before stays good.\n`
}

async function revokeKey({ db, now }: Office, [given = '']: ReadonlyArray<string>): Promise<string> {
  const id = given.replace(/^did:key:/, '')
  if ((await findSigningKey(db.read, id)) === null) throw new NotDone(`there is no key ${id}`)
  if (!(await db.write((tx) => revokeSigningKey(tx, { id, now: now() }))))
    throw new NotDone(`key ${id} was revoked before`)
  const signed = (await listCertificates(db.read)).filter(({ credential }) => credential?.includes(id)).length
  return `Key ${id} is revoked: ${signed} certificates that it signed are no longer good. The next one is signed with a new key.\n`
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10)
}

/** Reads the command line, does it, gives the exit status. */
async function main(args: ReadonlyArray<string>): Promise<number> {
  if (args.some((arg) => arg === '--help' || arg === '-h')) {
    process.stdout.write(HELP)
    return 0
  }
  const { command, rest } = readArguments(args)
  const config = readConfig(environment)
  await applyMigrations(config.databaseUrl)
  const db = await openDatabase(config.databaseUrl)
  const { now } = systemClock
  const secret = config.sessionSecret ?? localSecret(path.resolve('.secret'))
  const say = (line: string) => process.stderr.write(`${line}\n`)
  try {
    const keys = createSigningKeys({ db, secret, now, say })
    process.stdout.write(await command.run({ db, keys, now }, rest))
    return 0
  } finally {
    await db.close()
  }
}

function readArguments(args: ReadonlyArray<string>): { command: Command; rest: Array<string> } {
  const [name, ...rest] = positionalsOf(args)
  const command = name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (!command) throw new WrongUse(`expected one of ${Object.keys(COMMANDS).join(', ')}, found ${name ?? 'none'}`)
  const missing = command.takes[rest.length]
  if (missing !== undefined) throw new WrongUse(`${name}: expected ${missing}`)
  if (rest.length > command.takes.length)
    throw new WrongUse(`${name}: expected no more than that, found ${rest.at(-1)}`)
  return { command, rest }
}

function positionalsOf(args: ReadonlyArray<string>): Array<string> {
  try {
    return parseArgs({ args: [...args], options: {}, allowPositionals: true }).positionals
  } catch (error) {
    throw new WrongUse(error instanceof Error ? error.message : String(error))
  }
}

main(process.argv.slice(2)).then(
  (status) => (process.exitCode = status),
  (error: unknown) => {
    const advice = error instanceof WrongUse ? ' (--help tells more)' : ''
    process.stderr.write(`certificates: ${error instanceof Error ? error.message : String(error)}${advice}\n`)
    process.exitCode = error instanceof WrongUse ? 2 : 1
  },
)
