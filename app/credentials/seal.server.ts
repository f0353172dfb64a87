import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto'

const VERSION = 'v1'
const KEY_BYTES = 32
const IV_BYTES = 12
const SALT_BYTES = 16

/**
 * A text that only who has the secret can read again: AES-256-GCM, the key derived by scrypt with a salt of its own. `label` is not
 * hidden but bound to it: under another label it does not open, so that sealed texts can't be exchanged.
 */
export async function seal(text: string, { secret, label }: { secret: string; label: string }): Promise<string> {
  const salt = randomBytes(SALT_BYTES)
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', await deriveKey(secret, salt), iv).setAAD(Buffer.from(label))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return [VERSION, ...[salt, iv, cipher.getAuthTag(), sealed].map((part) => part.toString('base64url'))].join('.')
}

/** What was sealed; null where the secret or the label is another, or a bit has changed. */
export async function unseal(
  sealed: string,
  { secret, label }: { secret: string; label: string },
): Promise<string | null> {
  const [version, ...parts] = sealed.split('.')
  const [salt, iv, tag, bytes] = parts.map((part) => Buffer.from(part, 'base64url'))
  if (version !== VERSION || !salt || iv?.length !== IV_BYTES || tag?.length !== 16 || !bytes) return null
  const key = await deriveKey(secret, salt)
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(label)).setAuthTag(tag)
    return Buffer.concat([decipher.update(bytes), decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}

/** Off the thread that answers requests: it takes some 40 ms on purpose. */
function deriveKey(secret: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(secret, salt, KEY_BYTES, (error, key) => (error ? reject(error) : resolve(key)))
  })
}
