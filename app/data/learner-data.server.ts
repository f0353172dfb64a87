import type { Reader } from './database.server.ts'

/** Everything that is kept of a learner, as rows: only the hashes of secrets are left out, since they open nothing and say nothing. */
export async function readLearnerData(db: Reader, learnerId: string) {
  const where = { learnerId }
  const learner = await db.learner.findUniqueOrThrow({ where: { id: learnerId } })
  const account = await db.account.findUnique({ where, omit: { passwordHash: true } })
  return {
    learner,
    account,
    sessions: await db.session.findMany({ where, omit: { id: true }, orderBy: { createdAt: 'asc' } }),
    links: await db.oneTimeLink.findMany({ where, omit: { id: true }, orderBy: { createdAt: 'asc' } }),
    attempts: await db.attempt.findMany({
      where,
      include: {
        decisions: { orderBy: { seq: 'asc' } },
        reflection: { orderBy: { question: 'asc' } },
        commitment: true,
      },
      orderBy: { startedAt: 'asc' },
    }),
    profile: await db.profile.findUnique({ where }),
    roleLenses: await db.roleLens.findMany({ where, orderBy: { id: 'asc' } }),
    plans: await db.plan.findMany({
      where,
      include: { steps: { orderBy: { place: 'asc' } } },
      orderBy: { writtenAt: 'asc' },
    }),
    certificates: await db.certificate.findMany({ where, orderBy: { issuedAt: 'asc' } }),
    reminderAddress: await db.reminderAddress.findUnique({ where }),
    ...(await readCohorts(db, learnerId)),
    drafts: await db.draft.findMany({ where: { savedBy: learnerId }, orderBy: { slug: 'asc' } }),
    blindRatings: await db.blindRating.findMany({ where: { raterId: learnerId }, orderBy: { ratedAt: 'asc' } }),
  }
}

/**
 * Of a cohort only its name and course are the learner's business here. Invitations count as theirs by an address that they confirmed: that
 * of an account is only typed, and may be somebody else's.
 */
async function readCohorts(db: Reader, learnerId: string) {
  const where = { learnerId }
  const confirmed = await db.reminderAddress.findFirst({ where: { learnerId, confirmedAt: { not: null } } })
  const cohort = { select: { name: true, course: true } }
  return {
    memberships: await db.cohortMember.findMany({ where, include: { cohort }, orderBy: { joinedAt: 'asc' } }),
    teaches: await db.cohortInstructor.findMany({ where, include: { cohort }, orderBy: { addedAt: 'asc' } }),
    invitations:
      confirmed === null
        ? []
        : await db.invitation.findMany({
            where: { email: { in: [confirmed.email, confirmed.email.toLowerCase()] } },
            include: { cohort },
            orderBy: { invitedAt: 'asc' },
          }),
  }
}
