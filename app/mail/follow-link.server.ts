import type { Database } from '../data/database.server.ts'
import { confirmReminderAddress, findReminderAddress, switchReminders } from '../data/reminder-addresses.server.ts'
import { readToken } from './signed-links.server.ts'
import type { SignedLinks } from './signed-links.server.ts'

/** Where a link leads: `ready` to be pressed, already `done`, `expired`, or `stale`: forged, or its address is no longer kept. */
export type Followed = { state: 'ready' | 'done' | 'expired'; learnerId: string; email: string } | { state: 'stale' }

type Following = { db: Database; links: SignedLinks; now: Date }

/** What the link of a confirmation or of a switch would do, without doing it: programs open links that nobody pressed. */
export async function openLink(
  purpose: 'confirm' | 'off',
  token: string | null,
  { db, links, now }: Following,
): Promise<Followed> {
  const read = readToken(token)
  const kept = read && (await findReminderAddress(db.read, read.learnerId))
  if (!read || !kept) return { state: 'stale' }
  const holder = { learnerId: read.learnerId, email: kept.email }
  const checked = links.check(purpose, read, holder, now)
  if (checked === 'stale') return { state: 'stale' }
  const isDone = purpose === 'confirm' ? kept.confirmedAt !== null : kept.isOff
  if (isDone) return { state: 'done', ...holder }
  return { state: checked === 'good' ? 'ready' : 'expired', ...holder }
}

/** Does what a link allows. Followed twice, the second time changes nothing. */
export async function followLink(
  purpose: 'confirm' | 'off',
  token: string | null,
  following: Following,
): Promise<Followed> {
  const opened = await openLink(purpose, token, following)
  if (opened.state !== 'ready') return opened
  const { db, now } = following
  const { learnerId, email } = opened
  if (purpose === 'off') await db.write((tx) => switchReminders(tx, learnerId, true))
  else if (!(await db.write((tx) => confirmReminderAddress(tx, { learnerId, email, now })))) return { state: 'stale' }
  return { ...opened, state: 'done' }
}
