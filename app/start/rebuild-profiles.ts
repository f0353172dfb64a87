import { environment } from './environment.ts'
import { createLibrary } from '../cases/library.server.ts'
import { progressBar } from '../cli/progress-bar.ts'
import type { ProgressBar } from '../cli/progress-bar.ts'
import { openDatabase } from '../data/database.server.ts'
import { applyMigrations } from '../data/migrate.server.ts'
import { readConfig } from '../http/config.server.ts'
import { rebuildProfiles } from '../play/rebuild-profiles.server.ts'

/** `npm run profiles:rebuild`: recomputes all profiles from the logs and tells which of them differed. */
async function rebuildAll(): Promise<void> {
  const { databaseUrl } = readConfig(environment)
  await applyMigrations(databaseUrl)
  const db = await openDatabase(databaseUrl)
  const bars: Array<ProgressBar> = []
  try {
    const { learners, differences } = await rebuildProfiles({ db, library: createLibrary(db) }, (done, total, id) => {
      if (done === 0) bars.push(progressBar(process.stderr, total))
      bars[0]?.show(done, id)
    })
    bars[0]?.clear()
    for (const { learnerId, what } of differences) process.stdout.write(`${learnerId}: ${what}\n`)
    process.stdout.write(`${learners} profiles rebuilt, ${differences.length} of them differed from what was kept.\n`)
  } finally {
    await db.close()
  }
}

rebuildAll().catch((error: unknown) => {
  process.stderr.write(
    `\nThe profiles could not be rebuilt. ${error instanceof Error ? error.message : String(error)}\n`,
  )
  process.exit(1)
})
