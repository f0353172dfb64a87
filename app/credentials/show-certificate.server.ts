import type { CertificateView, StatementView, VerdictView } from '../components/certificate-views.ts'
import { dayText } from '../components/day-text.ts'
import { findCertificate, findNewestCourseHash } from '../data/certificates.server.ts'
import type { KeptCertificate } from '../data/certificates.server.ts'
import type { Database } from '../data/database.server.ts'
import type { CertificateSheet } from './certificate-sheet.ts'
import type { Credential } from './credential.ts'
import { keyOf } from './did-key.ts'
import { verifyCertificate } from './verify-certificate.server.ts'
import type { Verdict } from './verify-certificate.server.ts'

type Tools = { db: Pick<Database, 'read'>; clock: { now: () => Date } }

/** A certificate with what a check of it finds now; null where there is none. `origin`: the host that the visitor asked. */
export async function showCertificate(
  id: string,
  origin: string,
  tools: Tools,
): Promise<{ view: CertificateView; kept: KeptCertificate } | null> {
  const kept = await findCertificate(tools.db.read, id)
  if (kept === null) return null
  const verdict = await verifyCertificate(kept, tools)
  const newest = await findNewestCourseHash(tools.db.read, kept.course)
  const credential = 'credential' in verdict ? verdict.credential : null
  const view = {
    verdict: verdictView(verdict, newest !== null && newest !== kept.courseHash),
    statement: credential && statementOf(credential),
    address: new URL(`/certificates/${kept.id}`, origin).href,
    id: kept.id,
    checkedAt: minuteText(tools.clock.now()),
  }
  return { view, kept }
}

function verdictView(verdict: Verdict, isEdited: boolean): VerdictView {
  switch (verdict.kind) {
    case 'good':
      return { kind: 'good', isEdited }
    case 'revoked':
      return { kind: 'revoked', on: dayOf(verdict.on), reason: verdict.reason }
    case 'key-revoked':
    case 'key-expired':
      return { kind: verdict.kind, on: dayOf(verdict.on) }
    default:
      return { kind: verdict.kind }
  }
}

/** Pure. Everything that is shown comes from what was signed, nothing from the row beside it. */
function statementOf({ name, description, issuer, validFrom, credentialSubject, evidence }: Credential): StatementView {
  const { identifier, narrative, achievement } = credentialSubject
  return {
    name: identifier[0].identityHash,
    course: name,
    givenOn: dayOf(new Date(validFrom)),
    narrative,
    cases: evidence.map((piece) => ({ title: piece.name, level: piece.description })),
    competencies: {
      execution: tagsOf('Execution: ', achievement.tag),
      influence: tagsOf('Influence: ', achievement.tag),
    },
    criteria: achievement.criteria.narrative,
    notClaimed: description,
    version: achievement.version,
    key: keyOf(issuer.id) ?? issuer.id,
  }
}

/** Pure. What the PDF is set from; null for a certificate that is not good. */
export function sheetOf({ verdict, statement, address, id }: CertificateView, issuedAt: Date): CertificateSheet | null {
  if (verdict.kind !== 'good' || statement === null) return null
  return { ...statement, address, id, createdAt: issuedAt.toISOString() }
}

function tagsOf(dimension: string, tags: ReadonlyArray<string>): Array<string> {
  return tags.filter((tag) => tag.startsWith(dimension)).map((tag) => tag.slice(dimension.length))
}

function dayOf(date: Date): string {
  return dayText(date.toISOString().slice(0, 10))
}

function minuteText(date: Date): string {
  return `${dayOf(date)}, ${date.toISOString().slice(11, 16)} UTC`
}
