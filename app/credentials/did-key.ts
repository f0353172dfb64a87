const DID_KEY = 'did:key:'
const ED25519 = /^z6Mk[1-9A-HJ-NP-Za-km-z]{44}$/

/** Pure. The issuer that a public Ed25519 key in multibase is: the name holds the key, so that nobody has to be asked for it. */
export function didOf(key: string): string {
  return `${DID_KEY}${key}`
}

/** Pure. The address of a key within its own document. */
export function methodOf(key: string): string {
  return `${DID_KEY}${key}#${key}`
}

/** Pure. The key that an issuer or a verification method names, or null where it names none of this kind. */
export function keyOf(did: string): string | null {
  const [name = '', fragment] = did.split('#')
  const key = name.startsWith(DID_KEY) ? name.slice(DID_KEY.length) : ''
  return ED25519.test(key) && (fragment === undefined || fragment === key) ? key : null
}

type KeyDocument = { '@context': string; id: string; type: string; controller: string; publicKeyMultibase: string }
type IssuerDocument = { '@context': Array<string>; id: string; assertionMethod: Array<string> }

/** Pure. What stands behind such an address. Source: The did:key Method v0.7; Controlled Identifiers 1.0 (Multikey). */
export function documentOf(key: string, isMethod: boolean): KeyDocument | IssuerDocument {
  const [controller, id] = [didOf(key), methodOf(key)]
  return isMethod
    ? {
        '@context': 'https://w3id.org/security/multikey/v1',
        id,
        type: 'Multikey',
        controller,
        publicKeyMultibase: key,
      }
    : { '@context': ['https://www.w3.org/ns/did/v1'], id: controller, assertionMethod: [id] }
}
