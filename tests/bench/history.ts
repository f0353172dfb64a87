import { createLibrary } from '../../app/cases/library.server.ts'
import { openDatabase } from '../../app/data/database.server.ts'
import { EMPTY_PROFILE } from '../../machines/score/profile.ts'
import { writeLearners } from '../fixtures/written-learners.ts'
import type { LearnerWriter, Served } from '../fixtures/written-learners.ts'
import { startTestServer, temporaryFolder } from '../setup/server.ts'
import { preparePosts } from './decision-posts.ts'
import type { Finding } from './finding.ts'
import type { Lane } from './load.ts'
import { atMost, playRounds, ratioOf, roundTables } from './rounds.ts'
import { randomFrom } from './simulation/random.ts'

// What a decision costs whoever has decided much, beside what it costs whoever begins: the same posts to the same server.

const CONNECTIONS = 16
const ROUNDS = 5
const DECIDED = 300
const MOST_RATIO = 1.25
const SEED = 300

export async function benchHistory(): Promise<Finding> {
  const { folder, remove } = await temporaryFolder()
  const server = await startTestServer({ folder })
  const db = await openDatabase(server.database)
  const writer = writeLearners(server.database, randomFrom(SEED))
  try {
    const served = await createLibrary(db).listServed()
    writer.flush()
    const beginners = () => preparePosts(server.url, CONNECTIONS)
    const side = { servers: [{ url: server.url, pid: server.process.pid }], repeats: false }
    const { rounds } = await playRounds(ROUNDS, {
      product: {
        ...side,
        lanes: async () => {
          const lanes = await beginners()
          for (const learner of await learnersOf(lanes, db)) writeHistory(learner, served, writer)
          writer.flush()
          return lanes
        },
      },
      floor: { ...side, lanes: beginners },
    })
    return {
      title: `a decision after ${DECIDED} others, ${CONNECTIONS} connections, medians of ${ROUNDS} rounds`,
      tables: roundTables(rounds, { product: `after ${DECIDED} decisions`, floor: 'from the first decision on' }),
      targets: [
        atMost(`p50 of a decision after ${DECIDED}, times that of the first`, MOST_RATIO, ratioOf(rounds, 'p50Ms')),
      ],
    }
  } finally {
    writer.close()
    await db.close()
    await server.stop()
    await remove()
  }
}

/** Whose attempts these are. */
async function learnersOf(
  lanes: ReadonlyArray<Lane>,
  db: Awaited<ReturnType<typeof openDatabase>>,
): Promise<Array<string>> {
  const ids = new Set(lanes.flat().map(({ path }) => path.split('/').at(-1) ?? ''))
  const attempts = await db.read.attempt.findMany({ where: { id: { in: [...ids] } }, select: { learnerId: true } })
  return [...new Set(attempts.map(({ learnerId }) => learnerId))]
}

/** The cases in service, over and over. */
function writeHistory(id: string, served: ReadonlyArray<Served>, writer: LearnerWriter): void {
  const learner = { id, skill: 0.5, order: 0, lastAt: null, profile: EMPTY_PROFILE }
  while (learner.order < DECIDED) {
    for (const one of served) writer.play(learner, one, DECIDED - learner.order)
  }
}
