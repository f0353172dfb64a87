import { loadavg } from 'node:os'
import { killAgainAndAgain } from '../setup/kills.ts'
import { temporaryFolder } from '../setup/server.ts'
import { tableText } from './finding.ts'
import { randomFrom } from './simulation/random.ts'

// `npm run kill -- [TIMES] [DATABASE_URL]`: kills the server under load so many times (200) and tells what was lost or doubled. Without an
// address the database is a file of its own; with one it is that database, and what is played stays in it. It needs a build.

const PLAYERS = 16
const SEED = 9
const MOST_BEFORE = 40

const [times = '200', databaseUrl] = process.argv.slice(2)
const kills = Number(times)
if (!Number.isInteger(kills) || kills < 1) throw new RangeError(`Expected how often to kill, found ${times}`)
const { folder, remove } = await temporaryFolder()
const random = randomFrom(SEED)
const startedAt = performance.now()
const { acknowledged, resent, lost, doubled, gaps } = await killAgainAndAgain({
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
process.stdout.write(
  `\n${tableText([
    [`kill −9 of a server under load, ${PLAYERS} players, seed ${SEED}`, ''],
    ['kills', String(kills)],
    ['decisions acknowledged', String(acknowledged)],
    ['left unanswered by a kill and sent again', String(resent)],
    ['acknowledged and lost', String(lost)],
    ['doubled', String(doubled)],
    ['gaps in a log', String(gaps)],
    ['minutes', minutes.toFixed(1)],
    ['load average of the machine', (loadavg()[0] ?? 0).toFixed(1)],
  ])}\n`,
)
process.exitCode = lost + doubled + gaps === 0 ? 0 : 1
