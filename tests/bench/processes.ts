import { availableParallelism } from 'node:os'
import { startPostgresql } from '../setup/postgresql-server.ts'
import type { PostgresqlServer } from '../setup/postgresql-server.ts'
import { startTestServer, temporaryFolder } from '../setup/server.ts'
import { preparePosts } from './decision-posts.ts'
import { checkKept } from './decisions.ts'
import { median } from './finding.ts'
import type { Finding, Table, Target } from './finding.ts'
import { atLeast, playRounds, ratioOf, roundTables } from './rounds.ts'
import type { Measure, Round } from './rounds.ts'

// Durable decisions on one PostgreSQL, taken by two processes of the program, beside those taken by one of the two.

const CONNECTIONS = 16
const ROUNDS = 7
const LEAST_RATIO = 1.6
/** One for each process of the program, one for PostgreSQL and one for the load. With fewer they take the processor from each other. */
const CORES_NEEDED = 4

export async function benchProcesses(): Promise<Finding> {
  const postgresql = await startPostgresql()
  const { folder, remove } = await temporaryFolder()
  try {
    return findingOf(await measure(postgresql, folder))
  } finally {
    await remove()
    await postgresql.remove()
  }
}

async function measure(postgresql: PostgresqlServer, folder: string): Promise<Array<Round>> {
  const url = await postgresql.database('processes')
  const start = () => startTestServer({ folder, environment: { DATABASE_URL: url } })
  const first = await start()
  const second = await start()
  const servers = [first, second].map((server) => ({ url: server.url, pid: server.process.pid }))
  const database = await postgresql.pid()
  const side = { database, repeats: false, lanes: () => preparePosts(first.url, CONNECTIONS) }
  try {
    const { rounds, answered } = await playRounds(ROUNDS, {
      product: { ...side, servers },
      floor: { ...side, servers: servers.slice(0, 1) },
    })
    checkKept(url, answered.product + answered.floor)
    return rounds
  } finally {
    await Promise.all([first.stop(), second.stop()])
  }
}

function findingOf(rounds: ReadonlyArray<Round>): Finding {
  const cores = availableParallelism()
  return {
    title: `durable decisions on PostgreSQL, one process and two, ${CONNECTIONS} connections, ${cores} cores, medians of ${rounds.length} rounds`,
    tables: [...roundTables(rounds, { product: 'two processes', floor: 'one process' }), processorTable(rounds)],
    targets: [
      judgedWith(
        cores,
        atLeast('decisions a second of two processes, times one’s', LEAST_RATIO, ratioOf(rounds, 'perSecond')),
      ),
    ],
  }
}

function judgedWith(cores: number, target: Target): Target {
  if (cores >= CORES_NEEDED) return { ...target, found: `${target.found} with ${cores} cores` }
  return { ...target, found: `${target.found}, not judged: ${cores} cores, ${CORES_NEEDED} are needed`, isMet: null }
}

/** What holds on few cores as well: if a decision takes two processes no more of a processor than one, the program is not what limits them. */
function processorTable(rounds: ReadonlyArray<Round>): Table {
  const row = (name: string, measure: Measure) => [
    name,
    middle(rounds, ({ floor }) => floor[measure]).toFixed(2),
    middle(rounds, ({ product }) => product[measure]).toFixed(2),
    ratioOf(rounds, measure).toFixed(2),
  ]
  const one = middle(rounds, ({ floor }) => 1_000 / floor.cpuMs)
  const two = middle(rounds, ({ product }) => 1_000 / product.cpuMs)
  return [
    ['processor time', 'one process', 'two', 'ratio'],
    ['decisions a second of the app’s', one.toFixed(0), two.toFixed(0), (1 / ratioOf(rounds, 'cpuMs')).toFixed(2)],
    row('app, ms a decision', 'cpuMs'),
    row('PostgreSQL, ms a decision', 'databaseMs'),
    row('load, ms a decision', 'loadMs'),
    shareRow('first app process, % of a core', rounds, 0),
    shareRow('second app process, % of a core', rounds, 1),
  ]
}

function shareRow(name: string, rounds: ReadonlyArray<Round>, place: number): Array<string> {
  const share = ({ serversMs, perSecond }: Round['product']) => ((serversMs[place] ?? 0) * perSecond) / 10
  return [
    name,
    middle(rounds, ({ floor }) => share(floor)).toFixed(0),
    middle(rounds, ({ product }) => share(product)).toFixed(0),
    '',
  ]
}

function middle(rounds: ReadonlyArray<Round>, measured: (round: Round) => number): number {
  return median(rounds.map(measured))
}
