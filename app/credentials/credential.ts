import { z } from 'zod'

const text = z.string().min(1)
const one = <const T extends string>(type: T) => z.tuple([z.literal(type)])

/** Strict: what is not known here would be shown nowhere, and a file that says more than its page is none of ours. */
const credentialSchema = z.strictObject({
  '@context': z.tuple([text, text]),
  id: z.templateLiteral(['urn:uuid:', z.uuid()]),
  type: z.tuple([z.literal('VerifiableCredential'), z.literal('OpenBadgeCredential')]),
  name: text,
  description: text,
  issuer: z.strictObject({ id: text, type: one('Profile'), name: text }),
  validFrom: z.iso.datetime(),
  credentialSubject: z.strictObject({
    type: one('AchievementSubject'),
    identifier: z.tuple([
      z.strictObject({
        type: z.literal('IdentityObject'),
        hashed: z.literal(false),
        identityHash: text,
        identityType: z.literal('name'),
      }),
    ]),
    narrative: text,
    achievement: z.strictObject({
      id: text,
      type: one('Achievement'),
      achievementType: z.literal('CertificateOfCompletion'),
      name: text,
      version: text,
      inLanguage: text,
      description: text,
      criteria: z.strictObject({ narrative: text }),
      tag: z.array(z.templateLiteral([z.enum(['Execution', 'Influence']), ': ', text])),
    }),
  }),
  evidence: z.array(z.strictObject({ type: one('Evidence'), name: text, description: text, genre: text })),
  proof: z.strictObject({
    type: z.literal('DataIntegrityProof'),
    created: z.iso.datetime(),
    verificationMethod: text,
    cryptosuite: z.literal('eddsa-rdfc-2022'),
    proofPurpose: z.literal('assertionMethod'),
    proofValue: text,
  }),
})

/** A signed Open Badges 3.0 credential of this place. */
export type Credential = z.infer<typeof credentialSchema>
export type UnsignedCredential = Omit<Credential, 'proof'>

/** What a course's completion comes to. `minutes`: the time that the course takes. */
export type CompletedCourse = {
  course: { slug: string; title: string; hash: string }
  cases: ReadonlyArray<{ title: string; level: string }>
  competencies: ReadonlyArray<{ dimension: 'execution' | 'influence'; name: string }>
  minutes: number
}

/** Pure. The text of a credential as it is stored and given away. */
export function credentialText(credential: object): string {
  return `${JSON.stringify(credential, null, 2)}\n`
}

/**
 * Pure. The credential that a text holds, or null. Written by another hand (a name twice, for example, of which readers would see
 * different values) it is none.
 */
export function readCredential(stored: string): Credential | null {
  const parsed = credentialSchema.safeParse(parseJson(stored))
  return parsed.success && credentialText(parsed.data) === stored ? parsed.data : null
}

function parseJson(stored: string): unknown {
  try {
    return JSON.parse(stored)
  } catch {
    return null
  }
}

type Statement = { id: string; name: string; completed: CompletedCourse; issuer: string; now: Date }

/**
 * Pure. What a certificate states, before it is signed. It names no address: the host that a request names is not ours to sign.
 * Source: Open Badges 3.0, "AchievementCredential"; `ni:` by RFC 6920.
 */
export function credentialOf(
  { id, name, completed, issuer, now }: Statement,
  contexts: [string, string],
): UnsignedCredential {
  const { course, cases, competencies, minutes } = completed
  return {
    '@context': contexts,
    id: `urn:uuid:${id}`,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: course.title,
    description: NOT_CLAIMED,
    issuer: { id: issuer, type: ['Profile'], name: 'Casewright' },
    validFrom: secondOf(now),
    credentialSubject: {
      type: ['AchievementSubject'],
      identifier: [{ type: 'IdentityObject', hashed: false, identityHash: name, identityType: 'name' }],
      narrative: `${countText(cases.length, 'case')} played to an ending, ${hoursText(minutes)} of work.`,
      achievement: {
        id: `ni:///sha-256;${Buffer.from(course.hash, 'hex').toString('base64url')}`,
        type: ['Achievement'],
        achievementType: 'CertificateOfCompletion',
        name: course.title,
        version: course.hash,
        inLanguage: 'en',
        description: `${course.title}: workplace cases on execution (deliver this well) and influence (what to deliver, why, and who comes along).`,
        criteria: { narrative: CRITERIA },
        tag: competencies.map(
          ({ dimension, name: competency }) =>
            `${dimension === 'execution' ? 'Execution' : 'Influence'}: ${competency}` as const,
        ),
      },
    },
    evidence: cases.map(({ title, level }) => ({
      type: ['Evidence'],
      name: title,
      description: level,
      genre: 'Workplace case',
    })),
  }
}

const CRITERIA =
  'Every case of the course was played to an ending, and whatever else the course asks for was done. Any ending counts: no minimum score is asked for.'

const NOT_CLAIMED =
  'This states that a course was completed. It is not a score and does not say how well anyone decided. It is not validated for selecting or promoting anyone.'

/** Pure. "about 2½ hours": to the nearest half hour, never less than one of them. */
export function hoursText(minutes: number): string {
  const halves = Math.max(1, Math.round(minutes / 30))
  if (halves === 1) return 'about half an hour'
  if (halves === 2) return 'about an hour'
  return `about ${Math.floor(halves / 2)}${halves % 2 === 1 ? '½' : ''} hours`
}

function countText(count: number, what: string): string {
  return `${count} ${count === 1 ? what : `${what}s`}`
}

/** To the second, as the proof is dated. */
function secondOf(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`
}
