/** What a certificate's PDF is set from: words only. */
export type CertificateSheet = {
  name: string
  course: string
  /** Written out. */
  givenOn: string
  narrative: string
  cases: ReadonlyArray<{ title: string; level: string }>
  competencies: { execution: ReadonlyArray<string>; influence: ReadonlyArray<string> }
  criteria: string
  notClaimed: string
  version: string
  key: string
  id: string
  /** Where its page is. */
  address: string
  /** When it was given, as ISO 8601. */
  createdAt: string
}
