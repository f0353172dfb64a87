import { rebuildCounts } from '../teach/rebuild-counts.server.ts'
import { runRebuild } from './rebuild.ts'

// `npm run cohorts:rebuild`: counts anew what every cohort decided and tells of which something else was kept.

runRebuild(async (tools, onProgress) => {
  const { cohorts, different } = await rebuildCounts(tools, onProgress)
  return [
    ...different.map((cohortId) => `${cohortId}: other numbers than the logs lead to`),
    `${cohorts} cohorts counted anew, ${different.length} of them differed from what was kept.`,
  ]
}, 'The cohorts could not be counted anew.')
