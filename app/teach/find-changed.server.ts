import { LRUCache } from 'lru-cache'
import { findLogMark, isMarkHeld, listChangedLearners } from '../data/changed-learners.server.ts'
import type { ChangedLearner, LogMark } from '../data/changed-learners.server.ts'
import type { Asker } from '../data/database.server.ts'

/** By cohort and revision of its counts: where the logs ended when they were last found to hold nothing else than is counted. */
const marks = new LRUCache<string, LogMark>({ max: 500 })

/** Past so many new rows of all learners, comparing the members of one cohort is no dearer. */
const MOST_NEW = 5_000

export type Changed = {
  learners: Array<ChangedLearner>
  /** Where the logs ended before the learners were looked for. */
  mark: LogMark | null
}

/** Of whom a revision of a cohort's counts says something else than their logs do by now. */
export async function findChanged(db: Asker, cohortId: string, revision: number): Promise<Changed> {
  const mark = await findLogMark(db)
  const since = marks.get(keyOf(cohortId, revision)) ?? null
  const isNear = since !== null && mark !== null && isClose(since, mark) && (await isMarkHeld(db, since))
  return { learners: await listChangedLearners(db, cohortId, isNear ? since : null), mark }
}

/** Remembers that a revision counts all that the logs held when this was their end. */
export function rememberMark(cohortId: string, revision: number, mark: LogMark | null): void {
  if (mark !== null) marks.set(keyOf(cohortId, revision), mark)
}

function isClose(since: LogMark, mark: LogMark): boolean {
  return mark.decision - since.decision <= MOST_NEW && mark.attempt - since.attempt <= MOST_NEW
}

function keyOf(cohortId: string, revision: number): string {
  return `${cohortId} ${revision}`
}
