import { openDatabase } from '../../app/data/database.server.ts'
import { anEnduringPlayer } from './enduring-player.ts'
import type { EnduringPlayer, Sent } from './enduring-player.ts'
import { freePort } from './free-port.ts'
import { loadTestServer } from './server.ts'
import type { TestServer } from './server.ts'
import { databaseIn } from './test-database.ts'

/**
 * What was found after a server had been killed again and again. `lost`: decisions that were acknowledged and are not kept; `doubled`: kept
 * ones that nobody sent or that stand twice; `gaps`: places in a learner's log without a decision. `resent`: how often a kill left one unanswered.
 */
export type KillReport = {
  kills: number
  acknowledged: number
  resent: number
  lost: number
  doubled: number
  gaps: number
}

export type KillPlan = {
  kills: number
  players: number
  folder: string
  /** Another database than a file in the folder. */
  databaseUrl?: string
  /** How many decisions are acknowledged before the kill of a round, at least. */
  until: (round: number) => number
  onRound?: (done: number, acknowledged: number) => void
}

/** Servers that load the program while another is under load. */
const AHEAD = 2

/** Kills the server under load again and again, each time in the middle of what its players send, and looks at what is kept. */
export async function killAgainAndAgain(plan: KillPlan): Promise<KillReport> {
  const port = await freePort()
  const database = plan.databaseUrl ?? (await databaseIn(plan.folder, { isPrepared: true }))
  const start = startsInARow(plan.kills + 1, plan.folder, { PORT: String(port), DATABASE_URL: database })
  const players = Array.from({ length: plan.players }, () => anEnduringPlayer(`http://127.0.0.1:${port}`))
  const acknowledged: Array<Sent> = []
  let resent = 0
  for (let round = 0; round < plan.kills; round += 1) {
    const server = await start()
    const enough = acknowledged.length + plan.until(round)
    await Promise.all(players.map((player) => playUntilKilled(player, server, acknowledged, enough)))
    resent += players.filter((player) => player.unanswered() !== null).length
    plan.onRound?.(round + 1, acknowledged.length)
  }
  const last = await start()
  // What was left unanswered is answered now, and play goes on.
  for (const player of players) await untilAcknowledged(player, acknowledged)
  const found = await compare(last.database, acknowledged)
  await last.stop()
  return { kills: plan.kills, acknowledged: acknowledged.length, resent, ...found }
}

/**
 * Starts one server after the other, as many as `count`. Each has loaded the program while those before it were under load, since that is
 * most of a start; it opens the database and the port once it is started.
 */
function startsInARow(count: number, folder: string, environment: Record<string, string>): () => Promise<TestServer> {
  const load = () => loadTestServer({ folder, environment })
  const loaded = Array.from({ length: Math.min(AHEAD, count) }, load)
  let toLoad = count - loaded.length
  return async () => {
    const next = await loaded.shift()
    if (next === undefined) throw new RangeError(`Expected at most ${count} starts`)
    if (toLoad > 0) loaded.push(load())
    toLoad -= 1
    return next.start()
  }
}

async function playUntilKilled(
  player: EnduringPlayer,
  server: TestServer,
  acknowledged: Array<Sent>,
  enough: number,
): Promise<void> {
  try {
    for (;;) {
      const sent = await player.step()
      if (sent !== null) acknowledged.push(sent)
      if (acknowledged.length >= enough && !server.process.killed) void server.kill()
    }
  } catch (error) {
    // The server is gone.
    if (!(error instanceof TypeError)) throw error
  }
}

async function untilAcknowledged(player: EnduringPlayer, acknowledged: Array<Sent>): Promise<void> {
  for (;;) {
    const sent = await player.step()
    if (sent === null) continue
    acknowledged.push(sent)
    return
  }
}

async function compare(
  url: string,
  acknowledged: ReadonlyArray<Sent>,
): Promise<Pick<KillReport, 'lost' | 'doubled' | 'gaps'>> {
  const db = await openDatabase(url)
  try {
    const select = { attemptId: true, seq: true, choice: true, learnerId: true, order: true }
    const attempts = new Set(acknowledged.map(({ attempt }) => attempt.split('/').at(-1) ?? ''))
    const rows = (await db.read.decision.findMany({ select })).filter(({ attemptId }) => attempts.has(attemptId))
    const kept = new Set(rows.map(({ attemptId, seq, choice }) => `/attempts/${attemptId} ${seq} ${choice}`))
    const sent = new Set(acknowledged.map(({ attempt, seq, choice }) => `${attempt} ${seq} ${choice}`))
    return {
      lost: [...sent].filter((one) => !kept.has(one)).length,
      doubled: rows.length - [...kept].filter((one) => sent.has(one)).length,
      gaps: gapsIn(rows),
    }
  } finally {
    await db.close()
  }
}

/** Each learner's places must be 0, 1, 2, … */
function gapsIn(rows: ReadonlyArray<{ learnerId: string; order: number }>): number {
  const places = new Map<string, Array<number>>()
  for (const { learnerId, order } of rows) places.set(learnerId, [...(places.get(learnerId) ?? []), order])
  return [...places.values()].flatMap((orders) =>
    orders.sort((a, b) => a - b).filter((order, place) => order !== place),
  ).length
}
