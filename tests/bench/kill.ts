import { loadavg } from 'node:os'
import { providerOf } from '../../app/data/provider.ts'
import { killAgainAndAgain } from '../setup/kills.ts'
import type { KillReport } from '../setup/kills.ts'
import { startPostgresql } from '../setup/postgresql-server.ts'
import { temporaryFolder } from '../setup/server.ts'
import { tableText } from './finding.ts'
import { randomFrom } from './simulation/random.ts'

// `npm run kill -- [TIMES] [postgresql | DATABASE_URL]`: kills the server under load so many times (200) and tells what was lost or doubled.
// The database is a file of its own; with `postgresql`, one of a PostgreSQL that is started for it; with an address, that one, and what is
// played stays in it. It needs a build.

const PLAYERS = 16
const SEED = 9
const MOST_BEFORE = 40

async function run([times = '200', named]: ReadonlyArray<string>): Promise<void> {
  const kills = Number(times)
  if (!Number.isInteger(kills) || kills < 1) throw new RangeError(`Expected how often to kill, found ${times}`)
  if (named !== 'postgresql') return kill(kills, named)
  const server = await startPostgresql()
  try {
    await kill(kills, await server.database('kill'))
  } finally {
    await server.remove()
  }
}

async function kill(kills: number, databaseUrl: string | undefined): Promise<void> {
  const { folder, remove } = await temporaryFolder()
  const random = randomFrom(SEED)
  const startedAt = performance.now()
  const report = await killAgainAndAgain({
    kills,
    players: PLAYERS,
    folder,
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
    until: () => 1 + Math.floor(random.uniform() * MOST_BEFORE),
    onRound: (done, decided) => {
      if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${kills} kills, ${decided} decisions acknowledged`)
    },
  })
  await remove()
  const minutes = (performance.now() - startedAt) / 60_000
  process.stdout.write(`\n${textOf(report, databaseUrl, minutes)}\n`)
  process.exitCode = report.lost + report.doubled + report.gaps === 0 ? 0 : 1
}

function textOf(
  { kills, acknowledged, resent, lost, doubled, gaps }: KillReport,
  databaseUrl: string | undefined,
  minutes: number,
): string {
  return tableText([
    [`kill −9 of a server under load, ${PLAYERS} players, seed ${SEED}`, ''],
    ['database', databaseUrl === undefined ? 'sqlite' : providerOf(databaseUrl)],
    ['kills', String(kills)],
    ['decisions acknowledged', String(acknowledged)],
    ['left unanswered by a kill and sent again', String(resent)],
    ['acknowledged and lost', String(lost)],
    ['doubled', String(doubled)],
    ['gaps in a log', String(gaps)],
    ['minutes', minutes.toFixed(1)],
    ['load average of the machine', (loadavg()[0] ?? 0).toFixed(1)],
  ])
}

await run(process.argv.slice(2))
