import { z } from 'zod'

/** The shape of the file in which learners take their data with them. A change that breaks a reader raises the version. */
export const DATA_FILE_VERSION = 1

const moment = z.iso.datetime().describe('A moment, in UTC (ISO 8601)')
const cohort = z.object({ name: z.string(), course: z.string() })

const decision = z.object({
  seq: z.int().describe('Place in the attempt, from 0'),
  order: z.int().describe('Place among all decisions of the learner, from 0'),
  scene: z.string(),
  node: z.string().describe('Id of the decision in the case'),
  choice: z.string(),
  worst: z.string().nullable(),
  confidence: z.string().nullable(),
  reason: z.string().nullable(),
  acceptedAt: moment,
  readMs: z.int().nullable().describe('From the first showing of the scene to the choice, in milliseconds'),
  timedOut: z.boolean(),
  exposure: z.string().describe('How much it can show: first, replay-new, seen or rapid'),
})

const commitment = z.object({
  when: z.string(),
  will: z.string(),
  witness: z.string().nullable(),
  dueOn: z.string(),
  createdAt: moment,
  result: z.string().nullable(),
  happened: z.string().nullable(),
  lookedBackAt: moment.nullable(),
  remindedAt: moment.nullable(),
})

const attempt = z.object({
  id: z.string(),
  slug: z.string().describe('The case'),
  hash: z.string().describe('SHA-256 of the version of the case that was played'),
  startedAt: moment,
  limits: z.boolean().describe('Whether it was played with time limits'),
  openSeq: z.int().nullable(),
  openedAt: moment.nullable(),
  ending: z.string().nullable(),
  decisions: z.array(decision),
  reflection: z.array(z.object({ question: z.int(), answer: z.string(), answeredAt: moment })),
  commitment: commitment.nullable(),
})

const planStep = z.object({
  place: z.int(),
  competency: z.string(),
  decision: z.string(),
  decideOn: z.string(),
  witness: z.string(),
})

const certificate = z.object({
  id: z.string(),
  course: z.string(),
  courseHash: z.string(),
  issuedAt: moment,
  revokedAt: moment.nullable(),
  revokedReason: z.string().nullable(),
  credential: z.unknown().describe('The signed credential'),
})

const courseProgress = z.object({
  course: z.string(),
  title: z.string(),
  cases: z.array(z.object({ slug: z.string(), status: z.string().describe('locked, open, under-way or done') })),
  requirements: z.array(z.object({ requirement: z.string(), done: z.int(), of: z.int() })),
  isComplete: z.boolean(),
})

const rating = z.object({
  hash: z.string(),
  node: z.string(),
  choice: z.string(),
  execution: z.int().nullable(),
  influence: z.int().nullable(),
  ratedAt: moment,
})

/** One file with everything that is kept of a learner. Each part says what it is; the page that offers the file lists them. */
export const dataFileSchema = z.object({
  format: z.literal('casewright-learner-data'),
  version: z.literal(DATA_FILE_VERSION),
  madeAt: moment,
  learner: z.object({ id: z.string(), createdAt: moment }).describe('You, as a number, and since when'),
  account: z
    .object({ email: z.string(), name: z.string(), role: z.string(), createdAt: moment })
    .nullable()
    .describe('Your name, address and role'),
  sessions: z
    .array(
      z.object({ createdAt: moment, expiresAt: moment, browser: z.string().nullable(), seenAt: moment.nullable() }),
    )
    .describe('The browsers you are signed in with'),
  links: z
    .array(z.object({ kind: z.string(), createdAt: moment, expiresAt: moment, usedAt: moment.nullable() }))
    .describe('When links to a new password were made'),
  attempts: z
    .array(attempt)
    .describe('Every attempt, with each decision, your reasons, your answers at the end, and your if–then plan'),
  profile: z.unknown().describe('Your profile, as the scoring model keeps it'),
  roleLenses: z
    .array(z.object({ course: z.string(), answeredAt: moment, answers: z.unknown() }))
    .describe('What you said your role asks'),
  plans: z
    .array(z.object({ course: z.string(), lookBackOn: z.string(), writtenAt: moment, steps: z.array(planStep) }))
    .describe('The plans with which you left a course'),
  courses: z.array(courseProgress).describe('How far you are in each course'),
  certificates: z.array(certificate).describe('Your certificates'),
  reminderAddress: z
    .object({ email: z.string(), confirmedAt: moment.nullable(), isOff: z.boolean() })
    .nullable()
    .describe('Where reminders go'),
  memberships: z
    .array(z.object({ cohort, joinedAt: moment, sharesProfile: z.boolean() }))
    .describe('The cohorts you are in'),
  teaches: z.array(z.object({ cohort, addedAt: moment })).describe('The cohorts you teach'),
  invitations: z
    .array(z.object({ cohort, email: z.string(), name: z.string(), invitedAt: moment, sentAt: moment.nullable() }))
    .describe('The cohorts you are invited to, where you confirmed the address'),
  drafts: z
    .array(z.object({ slug: z.string(), source: z.string(), revision: z.int(), savedAt: moment }))
    .describe('The drafts of cases that you saved last'),
  blindRatings: z.array(rating).describe('The options of cases that you rated'),
})

export type DataFile = z.infer<typeof dataFileSchema>

/** What the file holds, a sentence for each part. */
export function dataFileParts(): Array<string> {
  const { madeAt: _madeAt, ...parts } = dataFileSchema.shape
  return Object.values(parts).flatMap(({ description }) => description ?? [])
}
