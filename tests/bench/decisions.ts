import { startTestServer, temporaryFolder } from '../setup/server.ts'
import { stored } from '../setup/stored.ts'
import { preparePosts } from './decision-posts.ts'
import type { Finding } from './finding.ts'
import { startFloor } from './floor.ts'
import type { Lane } from './load.ts'
import { atLeast, atMost, playRounds, ratioOf, roundTables } from './rounds.ts'
import type { Round } from './rounds.ts'

// Durable decisions over HTTP, beside the least that the same server could do: same middlewares, same posts, but an empty action
// and one bare insert.

const CONNECTIONS = 16
const ROUNDS = 7
const LEAST_SHARE = 0.6
const MOST_P99 = 3

export async function benchDecisions(): Promise<Finding> {
  const { folder, remove } = await temporaryFolder()
  try {
    return findingOf(await measure(folder))
  } finally {
    await remove()
  }
}

async function measure(folder: string): Promise<Array<Round>> {
  const product = await startTestServer({ folder })
  const floor = await startFloor(folder)
  let posts: Array<Lane> = []
  const lanes = async () => (posts = await preparePosts(product.url, CONNECTIONS))
  try {
    const { rounds, answered } = await playRounds(ROUNDS, {
      product: { servers: [{ url: product.url, pid: product.process.pid }], repeats: false, lanes },
      floor: { servers: [floor], repeats: true, lanes: async () => (posts.length > 0 ? posts : lanes()) },
    })
    checkKept(product.database, answered.product)
    return rounds
  } finally {
    await Promise.all([product.stop(), floor.stop()])
  }
}

/** What was acknowledged is there. */
export function checkKept(database: string, decided: number): void {
  const kept = stored<{ count: number }>(database, 'SELECT count(*) AS "count" FROM "Decision"')[0]?.count
  if (kept !== decided) throw new Error(`Expected ${decided} decisions to be kept, found ${String(kept)}`)
}

function findingOf(rounds: ReadonlyArray<Round>): Finding {
  return {
    title: `durable decisions, ${CONNECTIONS} connections, medians of ${rounds.length} rounds`,
    tables: roundTables(rounds, { product: 'decision', floor: 'floor' }),
    targets: [
      atLeast('decisions a second, of the floor’s', LEAST_SHARE, ratioOf(rounds, 'perSecond')),
      atMost('p99 of a decision, times the floor’s', MOST_P99, ratioOf(rounds, 'p99Ms')),
    ],
  }
}
