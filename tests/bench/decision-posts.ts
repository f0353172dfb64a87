import { readFile } from 'node:fs/promises'
import { findCases } from '../../app/cases/find-cases.server.ts'
import { parseCase } from '../../machines/case/parse-case.ts'
import { playerOf } from '../../machines/play/replay.ts'
import type { Player, Standing } from '../../machines/play/replay.ts'
import { aVisitor } from '../setup/visitor.ts'
import type { Lane } from './load.ts'

/** More than one connection gets through in a round. */
const LEARNERS_EACH = 8
const MOST_DECISIONS = 12
const REASON = 'They have to hear it from me, and before the day is over.'

/** Attempts at every shipped case by learners of their own, started but undecided, and the posts that play them. */
export async function preparePosts(url: string, connections: number): Promise<Array<Lane>> {
  const plays = await Promise.all((await findCases('content')).map(playthroughOf))
  return Promise.all(Array.from({ length: connections }, () => laneOf(url, plays)))
}

async function laneOf(url: string, plays: ReadonlyArray<Playthrough>): Promise<Lane> {
  const lane: Lane = []
  for (let learner = 0; learner < LEARNERS_EACH; learner += 1) {
    const visitor = aVisitor(url)
    for (const { slug, bodies } of plays) {
      const { location } = await visitor.post(`/cases/${slug}`, {})
      if (location === null) throw new Error(`Expected an attempt at ${slug}, found none`)
      for (const body of bodies) lane.push({ path: location, cookie: visitor.cookie(), body })
    }
  }
  return lane
}

type Playthrough = { slug: string; bodies: Array<string> }

/** The forms of one way through a case, which stays clear of an ending as long as it can. */
async function playthroughOf({ slug, file }: { slug: string; file: string }): Promise<Playthrough> {
  const { case: found } = parseCase(await readFile(file, 'utf8'), null)
  if (!found) throw new Error(`Expected ${file} to be a valid case`)
  const player = playerOf(found)
  const bodies: Array<string> = []
  let standing = player.start
  while (standing.at.kind === 'decision' && bodies.length < MOST_DECISIONS) {
    const { best, next } = longest(player, standing)
    bodies.push(bodyOf(player, standing, bodies.length, best))
    standing = next
  }
  return { slug, bodies }
}

function longest(player: Player, standing: Standing): { best: string; next: Standing } {
  const ways = player.stepper.offered(standing.state).flatMap(({ id }) => {
    const next = player.choose(standing, id)
    return next ? [{ best: id, next }] : []
  })
  const way = ways.find(({ next }) => next.at.kind === 'decision') ?? ways[0]
  if (!way) throw new Error(`Expected a choice in ${standing.at.scene.id}, found none`)
  return way
}

function bodyOf(player: Player, standing: Standing, seq: number, best: string): string {
  const offered = player.stepper.offered(standing.state)
  const asksWorst = standing.at.kind === 'decision' && standing.at.decision.asksWorst && offered.length > 2
  const worst = offered.map(({ id }) => id).findLast((id) => id !== best)
  const fields = { intent: 'decide', seq: String(seq), best, confidence: 'fairly', reason: REASON }
  return new URLSearchParams(asksWorst && worst !== undefined ? { ...fields, worst } : fields).toString()
}
