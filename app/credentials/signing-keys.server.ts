import { generate } from '@digitalbazaar/ed25519-multikey'
import type { Database } from '../data/database.server.ts'
import {
  addSigningKey,
  listUsableKeys,
  removeSigningKey,
  retireSigningKeys,
  type KeptKey,
} from '../data/signing-keys.server.ts'
import type { KeyPair } from './proof.server.ts'
import { seal, unseal } from './seal.server.ts'

const DAY_MS = 86_400_000
const LIFETIME_DAYS = 730

export type SigningKeys = {
  /** The key that signs now; made where there is none. */
  current: () => Promise<KeyPair>
  /** Makes a key that signs from now on; the others sign nothing more. Gives its id. */
  rotate: () => Promise<string>
  /** Whether this installation's secret opens a key. */
  isReadable: (key: KeptKey) => Promise<boolean>
}

/**
 * The keys that sign certificates. They live in the database, so that every process signs with the same one; each signs for two
 * years, and its private part is sealed with the secret of the installation. Where the secret has changed, a new key is made and it
 * is said: what the old one signed is checked by its public part, which is not sealed.
 */
export function createSigningKeys(options: {
  db: Database
  secret: string
  now: () => Date
  say: (line: string) => void
}): SigningKeys {
  const { db, secret, now, say } = options
  /** What was opened stays open: neither a kept key nor the secret ever changes. */
  const opened = new Map<string, Promise<string | null>>()
  const unreadable = new Set<string>()

  function open({ id, encrypted }: KeptKey): Promise<string | null> {
    const known = opened.get(id)
    if (known) return known
    const opening = unseal(encrypted, { secret, label: id }).then((privateKey) => {
      if (privateKey !== null) return privateKey
      unreadable.add(id)
      say(
        `Certificates: the key ${id} was sealed with another SESSION_SECRET, so it can't sign here. What it signed still verifies.`,
      )
      return null
    })
    opened.set(id, opening)
    return opening
  }

  /** The newest that can be opened: a process with another secret has keys of its own and must not be stopped by them. */
  async function firstReadable(): Promise<KeyPair | null> {
    for (const key of await listUsableKeys(db.read, now())) {
      const privateKey = await open(key)
      if (privateKey !== null) return { publicKey: key.id, privateKey }
    }
    return null
  }

  async function makeKey(): Promise<Pick<KeptKey, 'id' | 'encrypted' | 'createdAt' | 'expiresAt'>> {
    const { publicKeyMultibase: id, secretKeyMultibase: privateKey } = await generate()
    const encrypted = await seal(privateKey, { secret, label: id })
    const createdAt = now()
    return { id, encrypted, createdAt, expiresAt: new Date(createdAt.getTime() + LIFETIME_DAYS * DAY_MS) }
  }

  /**
   * Makes a key where this process knows of none that it can open. Written before anything is read: that takes the one lock on
   * writing which all processes share, so that whoever comes second sees the key of the first, and gives up its own.
   */
  async function addFirst(): Promise<void> {
    const kept = await makeKey()
    await db.write(async (tx) => {
      await addSigningKey(tx, kept)
      const others = (await listUsableKeys(tx, now())).filter(({ id }) => id !== kept.id && !unreadable.has(id))
      if (others.length > 0) await removeSigningKey(tx, kept.id)
    })
  }

  /** Each turn finds a key that signs, or one more that can't be opened. */
  async function current(): Promise<KeyPair> {
    for (;;) {
      const found = await firstReadable()
      if (found !== null) return found
      await addFirst()
    }
  }

  return {
    current,
    rotate: async () => {
      const kept = await makeKey()
      await db.write(async (tx) => {
        await addSigningKey(tx, kept)
        await retireSigningKeys(tx, { except: kept.id, now: kept.createdAt })
      })
      return kept.id
    },
    isReadable: async (key) => (await unseal(key.encrypted, { secret, label: key.id })) !== null,
  }
}
