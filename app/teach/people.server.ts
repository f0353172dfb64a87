import { z } from 'zod'
import type { PeopleView } from '../components/cohort-views.ts'
import { dayText } from '../components/day-text.ts'
import { listFirstAttempts } from '../data/cohort-log.server.ts'
import { listMembers, removeMember } from '../data/cohort-members.server.ts'
import type { Cohort } from '../data/cohorts.server.ts'
import { listInvitations, removeInvitation } from '../data/invitations.server.ts'
import type { Invitation } from '../data/invitations.server.ts'
import type { Services } from '../http/context.ts'
import { cohortHead } from './cohort-head.server.ts'
import { courseCaseTitles } from './course-cases.server.ts'
import { peopleProgress } from './people-progress.ts'

/** Who is in a cohort and how far, and who was invited. */
export async function showPeople(cohort: Cohort, services: Services): Promise<Omit<PeopleView, 'notice'>> {
  const { db, clock, mail } = services
  const cases = await courseCaseTitles(cohort.course, services)
  const members = await listMembers(db.read, cohort.id)
  const attempts = await listFirstAttempts(db, cohort.id)
  const sendsMail = mail.post !== null
  return {
    head: await cohortHead(cohort, services.courses),
    cases: cases.length,
    ...peopleProgress(members, attempts, { cases, cohort, now: clock.now() }),
    invitations: (await listInvitations(db.read, cohort.id)).map((invitation) => ({
      email: invitation.email,
      name: invitation.name,
      state: stateOf(invitation, sendsMail),
    })),
    joinCode: cohort.joinCode,
    joinLink: mail.links.join(cohort.joinCode),
    sendsMail,
  }
}

function stateOf({ invitedAt, sentAt }: Invitation, sendsMail: boolean): string {
  if (sentAt !== null) return `Mail sent on ${dayText(sentAt.toISOString().slice(0, 10))}`
  if (sendsMail) return 'Mail is on its way'
  return `Invited on ${dayText(invitedAt.toISOString().slice(0, 10))}; pass on the link`
}

const formSchema = z.discriminatedUnion('intent', [
  z.strictObject({ intent: z.literal('remove'), learner: z.string().max(200) }),
  z.strictObject({ intent: z.literal('withdraw'), email: z.string().max(300) }),
])

/**
 * Takes a learner or an invitation out of a cohort; what a learner decided stays theirs. Doing it twice is as doing it once.
 * @returns the key of a notice; null for a form that no page of ours can have sent
 */
export async function changePeople(cohortId: string, form: FormData, { db }: Services): Promise<string | null> {
  const fields = formSchema.safeParse(Object.fromEntries(form.entries())).data
  if (!fields) return null
  if (fields.intent === 'remove') {
    await db.write((tx) => removeMember(tx, cohortId, fields.learner))
    return 'removed'
  }
  await db.write((tx) => removeInvitation(tx, cohortId, fields.email))
  return 'withdrawn'
}
