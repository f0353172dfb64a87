import { rebuildProfiles } from '../play/rebuild-profiles.server.ts'
import { runRebuild } from './rebuild.ts'

// `npm run profiles:rebuild`: recomputes all profiles from the logs and tells which of them differed.

runRebuild(async (tools, onProgress) => {
  const { learners, differences } = await rebuildProfiles(tools, onProgress)
  return [
    ...differences.map(({ learnerId, what }) => `${learnerId}: ${what}`),
    `${learners} profiles rebuilt, ${differences.length} of them differed from what was kept.`,
  ]
}, 'The profiles could not be rebuilt.')
