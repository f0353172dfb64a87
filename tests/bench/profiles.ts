import { loadavg } from 'node:os'
import { rebuildProfiles } from '../../app/play/rebuild-profiles.server.ts'
import { temporaryFolder } from '../setup/server.ts'
import { stored } from '../setup/stored.ts'
import type { Finding } from './finding.ts'
import { writeMillion } from './million.ts'

// Every profile worked out anew from a million decisions, as `npm run profiles:rebuild` does where none is kept any more.

const FEWEST_A_MINUTE = 5_000

export async function benchProfiles(): Promise<Finding> {
  const { folder, remove } = await temporaryFolder()
  try {
    return await measure(folder)
  } finally {
    await remove()
  }
}

async function measure(folder: string): Promise<Finding> {
  const { db, url, library, writer, learners, decisions } = await writeMillion(folder)
  writer.close()
  try {
    takeProfilesAway(url)
    const before = process.cpuUsage()
    const startedAt = performance.now()
    const rebuilt = await rebuildProfiles({ db, library }, () => {})
    const seconds = (performance.now() - startedAt) / 1_000
    const { user, system } = process.cpuUsage(before)
    if (rebuilt.differences.length !== learners || differences(url) !== 0)
      throw new Error('Expected every profile to be rebuilt as it was before')
    return findingOf({ learners, decisions, seconds, processorSeconds: (user + system) / 1_000_000 })
  } finally {
    await db.close()
  }
}

function takeProfilesAway(url: string): void {
  stored(url, 'CREATE TABLE "Before" AS SELECT * FROM "Profile"')
  stored(url, 'DELETE FROM "Profile"')
}

/** How many learners have no profile now, or another one than before. */
function differences(url: string): number {
  const sql = `SELECT count(*) AS "found" FROM "Before" LEFT JOIN "Profile" USING ("learnerId") WHERE "Profile"."json" IS NOT "Before"."json"`
  return stored<{ found: number }>(url, sql)[0]?.found ?? -1
}

type Measured = { learners: number; decisions: number; seconds: number; processorSeconds: number }

function findingOf({ learners, decisions, seconds, processorSeconds }: Measured): Finding {
  const perMinute = Math.round((60 * learners) / seconds)
  return {
    title: `profiles of ${learners} learners rebuilt from ${decisions} decisions, to the same bits`,
    tables: [
      [
        ['', ''],
        ['learners a minute', String(perMinute)],
        ['learners a minute of processor time', String(Math.round((60 * learners) / processorSeconds))],
        ['load average of the machine', (loadavg()[0] ?? 0).toFixed(1)],
      ],
    ],
    targets: [
      {
        name: 'profiles rebuilt a minute',
        wanted: `at least ${FEWEST_A_MINUTE}`,
        found: String(perMinute),
        isMet: perMinute >= FEWEST_A_MINUTE,
      },
    ],
  }
}
