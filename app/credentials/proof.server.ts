import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { from } from '@digitalbazaar/ed25519-multikey'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import { issue, verifyCredential } from '@digitalbazaar/vc'
import { credentialText, readCredential } from './credential.ts'
import type { Credential, UnsignedCredential } from './credential.ts'
import { didOf, methodOf } from './did-key.ts'
import { loadDocument } from './document-loader.server.ts'

/** A key pair in multibase. */
export type KeyPair = { publicKey: string; privateKey: string }

/** Signs with Ed25519 over the canonical RDF (eddsa-rdfc-2022), dated like the credential; gives the text to keep. */
export async function signCredential(credential: UnsignedCredential, key: KeyPair): Promise<string> {
  const pair = await from({
    type: 'Multikey',
    id: methodOf(key.publicKey),
    controller: didOf(key.publicKey),
    publicKeyMultibase: key.publicKey,
    secretKeyMultibase: key.privateKey,
  })
  const suite = new DataIntegrityProof({ signer: pair.signer(), cryptosuite, date: credential.validFrom })
  const stored = credentialText(Object(await issue({ credential, suite, documentLoader: loadDocument })))
  if (readCredential(stored) === null) throw new Error(`Expected to sign what can be read again, found ${stored}`)
  return stored
}

/**
 * Whether the signature is one over this very content by the key that its issuer names. Not asked here: whether that key is known,
 * and whether anything is still valid, for which the clock of this machine must not turn a sound signature into a false one.
 */
export async function holdsProof(credential: Credential): Promise<boolean> {
  const { verified } = await verifyCredential({
    credential,
    suite: new DataIntegrityProof({ cryptosuite }),
    documentLoader: loadDocument,
    now: new Date(credential.validFrom),
  })
  return verified
}
