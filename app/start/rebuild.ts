import process from 'node:process'
import { environment } from './environment.ts'
import { createLibrary } from '../cases/library.server.ts'
import type { Library } from '../cases/library.server.ts'
import { progressBar } from '../cli/progress-bar.ts'
import type { ProgressBar } from '../cli/progress-bar.ts'
import { openDatabase } from '../data/database.server.ts'
import type { Database } from '../data/database.server.ts'
import { applyMigrations } from '../data/migrate.server.ts'
import { readConfig } from '../http/config.server.ts'

type OnProgress = (done: number, total: number, name: string) => void

/**
 * Makes anew what is kept beside the logs of the configured database, with a progress bar. `rebuild` gives the lines that are told;
 * where it throws, `failure` and the reason are, and the process ends with 1.
 */
export function runRebuild(
  rebuild: (tools: { db: Database; library: Library }, onProgress: OnProgress) => Promise<Array<string>>,
  failure: string,
): void {
  rebuildWith(rebuild).then(
    (lines) => process.stdout.write(lines.map((line) => `${line}\n`).join('')),
    (error: unknown) => {
      process.stderr.write(`\n${failure} ${error instanceof Error ? error.message : String(error)}\n`)
      process.exit(1)
    },
  )
}

async function rebuildWith(rebuild: Parameters<typeof runRebuild>[0]): Promise<Array<string>> {
  const { databaseUrl } = readConfig(environment)
  await applyMigrations(databaseUrl)
  const db = await openDatabase(databaseUrl)
  let bar: ProgressBar | undefined
  try {
    return await rebuild({ db, library: createLibrary(db) }, (done, total, name) => {
      bar ??= progressBar(process.stderr, total)
      bar.show(done, name)
    })
  } finally {
    bar?.clear()
    await db.close()
  }
}
