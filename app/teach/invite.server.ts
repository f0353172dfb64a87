import { z } from 'zod'
import type { ImportView, PlannedLine } from '../components/cohort-views.ts'
import type { Cohort } from '../data/cohorts.server.ts'
import { listMembers } from '../data/cohort-members.server.ts'
import { addInvitations, listInvitations } from '../data/invitations.server.ts'
import type { Services } from '../http/context.ts'
import { cohortHead } from './cohort-head.server.ts'
import { toCsv } from './csv.ts'
import { planImport } from './plan-import.ts'
import type { PlannedRow } from './plan-import.ts'
import { readPeople } from './read-people.ts'

/** How many lines of each kind a preview shows. */
const SHOWN = 300

/** An empty form to choose a file with. */
export async function showImport(cohort: Cohort, { courses, mail }: Services): Promise<ImportView> {
  return {
    head: await cohortHead(cohort, courses),
    problem: null,
    preview: null,
    sendsMail: mail.post !== null,
    joinLink: mail.links.join(cohort.joinCode),
  }
}

type Answer = { kind: 'preview'; preview: NonNullable<ImportView['preview']> } | { kind: 'problem'; problem: string }

const confirmSchema = z.strictObject({ intent: z.literal('confirm'), people: z.string() })
const fileSchema = z.strictObject({ file: z.instanceof(File) })

/**
 * What becomes of a chosen file, line by line; nothing is done yet. Or, confirmed, invites. What is confirmed is read and judged again,
 * since a form can hold anything.
 * @returns null for a form that no page of ours can have sent
 */
export async function takeImport(
  cohortId: string,
  form: FormData,
  services: Services,
): Promise<Answer | { kind: 'invited' } | null> {
  const fields = Object.fromEntries(form.entries())
  const confirmed = confirmSchema.safeParse(fields).data
  if (confirmed) {
    const planned = await planOf(cohortId, new TextEncoder().encode(confirmed.people), services)
    if ('problem' in planned) return { kind: 'problem', problem: planned.problem }
    const invited = planned.rows.filter(({ outcome }) => outcome === 'invite')
    const { db, clock } = services
    const people = invited.map(({ email, name }) => ({ email, name }))
    await db.write((tx) => addInvitations(tx, cohortId, people, clock.now()))
    return { kind: 'invited' }
  }
  const chosen = fileSchema.safeParse(fields).data
  if (!chosen) return null
  if (chosen.file.size === 0)
    return { kind: 'problem', problem: 'Choose a file first. It needs an address in each line.' }
  const planned = await planOf(cohortId, new Uint8Array(await chosen.file.arrayBuffer()), services)
  if ('problem' in planned) return { kind: 'problem', problem: planned.problem }
  return { kind: 'preview', preview: previewOf(planned.rows) }
}

async function planOf(
  cohortId: string,
  bytes: Uint8Array,
  { db }: Services,
): Promise<{ rows: Array<PlannedRow> } | { problem: string }> {
  const read = readPeople(bytes)
  if ('problem' in read) return read
  const members = (await listMembers(db.read, cohortId)).flatMap(({ email }) => email ?? [])
  const invited = (await listInvitations(db.read, cohortId)).map(({ email }) => email)
  return { rows: planImport(read.rows, { members: new Set(members), invited: new Set(invited) }) }
}

function previewOf(rows: ReadonlyArray<PlannedRow>): NonNullable<ImportView['preview']> {
  const invites = rows.filter(({ outcome }) => outcome === 'invite')
  const problems = rows.filter(({ outcome }) => outcome === 'invalid')
  const others = rows.filter((row) => row.outcome !== 'invite' && row.outcome !== 'invalid')
  const shown = [problems, others, invites].flatMap((kind) => kind.slice(0, SHOWN))
  return {
    invites: invites.length,
    others: others.length,
    problems: problems.length,
    lines: shown.map(lineOf),
    more: rows.length - shown.length,
    // Headings of our own, so that a first name with an @ in it can't pass for an address.
    people: toCsv(
      ['address', 'name'],
      invites.map(({ email, name }) => [email, name]),
    ),
  }
}

function lineOf(row: PlannedRow): PlannedLine {
  const { line, email, name } = row
  return { line, email, name, text: outcomeText(row), isProblem: row.outcome === 'invalid' }
}

function outcomeText(row: PlannedRow): string {
  switch (row.outcome) {
    case 'invite':
      return 'Will be invited'
    case 'member':
      return 'Is in the cohort already'
    case 'invited':
      return 'Is invited already'
    case 'duplicate':
      return `The same address as in line ${row.first}`
    case 'invalid':
      return row.problem
  }
}
