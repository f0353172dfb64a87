import { MODEL_VERSION } from '../../machines/score/profile.ts'
import { dropCount, listCohortIds, listTallies } from '../data/cohort-counts.server.ts'
import type { Services } from '../http/context.ts'
import { bringUpToDate } from './count-cohort.server.ts'

type Tools = Pick<Services, 'db' | 'library'>

export type RebuiltCounts = {
  cohorts: number
  /** Cohorts of which something else had been kept than their learners' logs lead to. */
  different: Array<string>
}

/** Counts every cohort anew from the logs, and tells of which something else had been kept. */
export async function rebuildCounts(
  tools: Tools,
  onProgress: (done: number, total: number, cohortId: string) => void,
): Promise<RebuiltCounts> {
  const cohorts = await listCohortIds(tools.db.read)
  const different: Array<string> = []
  for (const [done, cohortId] of cohorts.entries()) {
    onProgress(done, cohorts.length, cohortId)
    if (!(await rebuildCount(cohortId, tools))) different.push(cohortId)
  }
  return { cohorts: cohorts.length, different }
}

/** Counts a cohort anew and says whether the same had been kept. What has not been counted yet is no difference. */
export async function rebuildCount(cohortId: string, tools: Tools): Promise<boolean> {
  const before = await countsIn(cohortId, tools)
  await tools.db.write((tx) => dropCount(tx, cohortId, MODEL_VERSION))
  return (await countsIn(cohortId, tools)) === before
}

async function countsIn(cohortId: string, tools: Tools): Promise<string> {
  const { abilities, progress, learners } = await bringUpToDate(cohortId, tools)
  return JSON.stringify([learners, abilities, progress, await listTallies(tools.db, cohortId)])
}
