import { LRUCache } from 'lru-cache'
import type { Case } from '../../machines/case/case.ts'
import { checkCase } from '../../machines/case/check-case.ts'
import type { Reach } from '../../machines/case/reach.ts'
import { readingOf, total } from '../../machines/case/reading.ts'
import type { State } from '../../machines/case/step.ts'
import { remainingIn } from '../../machines/play/remaining.ts'
import type { Remaining } from '../../machines/play/remaining.ts'
import { playerOf } from '../../machines/play/replay.ts'
import type { Player, Standing } from '../../machines/play/replay.ts'
import { findCompiled, findServedHash, findSource, listServed, saveCompiled } from '../data/case-versions.server.ts'
import type { Database } from '../data/database.server.ts'
import { COMPILER } from './compile.server.ts'
import type { CompiledCase } from './compile.server.ts'
import { compileVersion } from './compile-version.server.ts'
import type { Stored } from './compile-version.server.ts'

/** A version that is ready to be played. */
export type LoadedCase = {
  hash: string
  case: Case
  html: CompiledCase['scenes']
  player: Player
  /** Words that stand on the page of a decision: its scene, its question and the options on offer. */
  wordsShown: (state: State) => number
  remaining: (state: State) => Remaining
  /** How likely a play meets each decision, and how many scored ones it is expected to meet. */
  reach: Reach
}

export type Library = {
  /** The version of a slug that is in service, or null. */
  findServed: (slug: string) => Promise<LoadedCase | null>
  /** Any version that was ever published; attempts stay on theirs. */
  findVersion: (hash: string) => Promise<LoadedCase | null>
  listServed: () => Promise<Array<{ slug: string; loaded: LoadedCase }>>
}

const KEPT_IN_MEMORY = 200
const STANDINGS_KEPT = 1_000

/**
 * The published cases. Versions never change, so what is kept in memory is keyed by hash and never stale; which version is in
 * service is asked of the database every time.
 */
export function createLibrary(db: Database): Library {
  const loaded = new LRUCache<string, LoadedCase>({ max: KEPT_IN_MEMORY, fetchMethod: (hash) => load(db, hash) })

  async function findVersion(hash: string): Promise<LoadedCase | null> {
    return (await loaded.fetch(hash)) ?? null
  }

  return {
    findVersion,
    findServed: async (slug) => {
      const hash = await findServedHash(db.read, slug)
      return hash === null ? null : findVersion(hash)
    },
    listServed: async () => {
      const served = await listServed(db.read)
      const found = await Promise.all(served.map(async ({ slug, hash }) => ({ slug, loaded: await findVersion(hash) })))
      return found.flatMap(({ slug, loaded: version }) => (version ? [{ slug, loaded: version }] : []))
    },
  }
}

async function load(db: Database, hash: string): Promise<LoadedCase | undefined> {
  const kept = await findCompiled(db.read, hash, COMPILER)
  if (kept !== null) return toLoaded(hash, JSON.parse(kept))
  const source = await findSource(db.read, hash)
  if (source === null) return undefined
  const { case: parsed } = checkCase(source, null)
  if (!parsed) throw new Error(`Expected version ${hash} to pass the checks that it was published by`)
  const made = await compileVersion(hash, parsed)
  await db.write((tx) => saveCompiled(tx, { hash, compiler: COMPILER, json: made }))
  return toLoaded(hash, JSON.parse(made))
}

/** What comes in was written by `compileVersion` of the same compiler: it is trusted as the code itself is. */
function toLoaded(hash: string, stored: Stored): LoadedCase {
  const player = playerOf(stored.case, remembering)
  const { stepper } = player
  const reading = readingOf(stepper)
  return {
    hash,
    case: stored.case,
    html: stored.scenes,
    player,
    wordsShown: (state) =>
      stepper.offered(state).reduce((words, choice) => words + reading.option(choice), total(reading.scene(state))),
    remaining: remainingIn(stepper),
    reach: { reach: new Map(stored.reach.perDecision), nBar: stored.reach.nBar },
  }
}

/**
 * Remembers where choices have led. A decision then costs the same late in a case as early: its log is the one before and one more.
 * What leads nowhere is not remembered: anybody can send any number of such words.
 */
function remembering(choose: Player['choose']): Player['choose'] {
  const ways = new LRUCache<Standing, Map<string, Standing>>({ max: STANDINGS_KEPT })
  return (standing, choice) => {
    const known = ways.get(standing) ?? new Map<string, Standing>()
    const before = known.get(choice)
    if (before) return before
    const led = choose(standing, choice)
    if (led) ways.set(standing, known.set(choice, led))
    return led
  }
}
