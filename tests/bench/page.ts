import { startTestServer, temporaryFolder } from '../setup/server.ts'
import { aVisitor, readDecision, startCase } from '../setup/visitor.ts'
import type { Finding } from './finding.ts'
import { startFloor } from './floor.ts'
import type { Floor } from './floor.ts'
import type { Lane } from './load.ts'
import { atLeast, playRounds, ratioOf, roundTables } from './rounds.ts'

// The document of a learner's first scene, beside a bare Remix page: same server and middlewares, but a root that knows of nobody,
// a route without a loader, and the entry that Remix renders pages with where an app has none. Our own entry is faster than that, so
// the same page rendered by it is told too: that is what a page costs beyond its frame.

const CASE = 'the-2240-trailer'
const CONNECTIONS = 16
const ROUNDS = 7
const LEAST_SHARE = 0.7

export async function benchPage(): Promise<Finding> {
  const { folder, remove } = await temporaryFolder()
  const product = await startTestServer({ folder })
  const floors = await Promise.all([startFloor(folder, 'remix'), startFloor(folder, 'ours')])
  try {
    const pages = await Promise.all(Array.from({ length: CONNECTIONS }, () => firstScene(product.url)))
    const bare = pages.map((lane): Lane => lane.map((asked) => ({ ...asked, cookie: '' })))
    const beside = async (floor: Floor) => {
      const { rounds } = await playRounds(ROUNDS, {
        product: { servers: [{ url: product.url, pid: product.process.pid }], repeats: true, lanes: async () => pages },
        floor: { servers: [floor], repeats: true, lanes: async () => bare },
      })
      return rounds
    }
    const [remix, ours] = [await beside(floors[0]), await beside(floors[1])]
    return {
      title: `documents of a first scene (${CASE}), ${CONNECTIONS} connections, medians of ${ROUNDS} rounds`,
      tables: [
        ...roundTables(remix, { product: 'first scene', floor: 'bare Remix page' }),
        ...roundTables(ours, { product: 'first scene', floor: 'bare page, our entry' }),
      ],
      targets: [atLeast('pages a second, of a bare Remix page’s', LEAST_SHARE, ratioOf(remix, 'perSecond'))],
    }
  } finally {
    await Promise.all([product, ...floors].map((server) => server.stop()))
    await remove()
  }
}

/** A guest of their own who stands in front of the first decision, and the page that shows it. */
async function firstScene(url: string): Promise<Lane> {
  const visitor = aVisitor(url)
  const path = await startCase(visitor, CASE)
  if ((await readDecision(visitor, path)) === null) throw new Error('Expected the page of a decision, found another')
  return [{ path, cookie: visitor.cookie(), body: null }]
}
