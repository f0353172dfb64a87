import { environment } from './environment.ts'
import { createLibrary } from '../cases/library.server.ts'
import { progressBar } from '../cli/progress-bar.ts'
import type { ProgressBar } from '../cli/progress-bar.ts'
import { openDatabase } from '../data/database.server.ts'
import { applyMigrations } from '../data/migrate.server.ts'
import { readConfig } from '../http/config.server.ts'
import { rebuildCounts } from '../teach/rebuild-counts.server.ts'

/** `npm run cohorts:rebuild`: counts anew what every cohort decided and tells of which something else was kept. */
async function rebuildAll(): Promise<void> {
  const { databaseUrl } = readConfig(environment)
  await applyMigrations(databaseUrl)
  const db = await openDatabase(databaseUrl)
  const bars: Array<ProgressBar> = []
  try {
    const { cohorts, different } = await rebuildCounts({ db, library: createLibrary(db) }, (done, total, id) => {
      if (done === 0) bars.push(progressBar(process.stderr, total))
      bars[0]?.show(done, id)
    })
    bars[0]?.clear()
    for (const cohortId of different) process.stdout.write(`${cohortId}: other numbers than the logs lead to\n`)
    process.stdout.write(`${cohorts} cohorts counted anew, ${different.length} of them differed from what was kept.\n`)
  } finally {
    await db.close()
  }
}

rebuildAll().catch((error: unknown) => {
  process.stderr.write(
    `\nThe cohorts could not be counted anew. ${error instanceof Error ? error.message : String(error)}\n`,
  )
  process.exit(1)
})
