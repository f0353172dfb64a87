/** What a certificate's page shows. Days are written out. */
export type CertificateView = {
  verdict: VerdictView
  /** What it states; null where nothing that it says can be trusted, or nothing is left of it. */
  statement: StatementView | null
  /** Where the page is, in full. */
  address: string
  id: string
  checkedAt: string
}

export type VerdictView =
  | { kind: 'good'; isEdited: boolean }
  | { kind: 'revoked'; on: string; reason: string | null }
  | { kind: 'withdrawn' }
  | { kind: 'tampered' }
  | { kind: 'unknown-key' }
  | { kind: 'key-revoked'; on: string }
  | { kind: 'key-expired'; on: string }

export type StatementView = {
  name: string
  course: string
  givenOn: string
  narrative: string
  cases: ReadonlyArray<{ title: string; level: string }>
  competencies: { execution: ReadonlyArray<string>; influence: ReadonlyArray<string> }
  criteria: string
  notClaimed: string
  /** Hash of the course. */
  version: string
  /** The key that signed it, in multibase. */
  key: string
}

/** The learner's own page of a course's certificate. */
export type ClaimView =
  | { kind: 'missing'; course: CourseName; missing: ReadonlyArray<string>; isLearner: boolean }
  | { kind: 'ready'; course: CourseName; typed: string; problem: string | null }
  | { kind: 'given'; course: CourseName; certificate: CertificateView }

type CourseName = { slug: string; title: string }
