import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import { abilityOf } from '../../machines/cohort/ability.ts'
import type { Ability } from '../../machines/cohort/ability.ts'
import type { StudiedCase } from '../../machines/cohort/attempt.ts'
import { tallyOfAttempt } from '../../machines/cohort/count-attempt.ts'
import { merged } from '../../machines/cohort/tally.ts'
import type { Tally } from '../../machines/cohort/tally.ts'
import { EMPTY_PROFILE } from '../../machines/score/profile.ts'
import { readProfile } from '../../machines/score/read-profile.ts'
import type { LoadedCase } from '../cases/library.server.ts'
import {
  listCohortDecisions,
  listCohortProfiles,
  listFirstAttempts,
  listProfileMarks,
} from '../data/cohort-log.server.ts'
import type { CohortDecision, FirstAttempt } from '../data/cohort-log.server.ts'
import type { Services } from '../http/context.ts'

/** What a cohort's first attempts at one case count, on the version that most of them played. */
export type CaseTally = {
  slug: string
  loaded: LoadedCase
  tally: Tally
  /** First attempts at the case, in any version. */
  started: number
  ended: number
  /** First attempts that ended on another version: they are not in the tally. */
  elsewhere: number
}

type Tools = Pick<Services, 'db' | 'library'>

/** What was counted is kept by all that it was counted from, so that it can't be stale. */
const kept = new LRUCache<string, Map<string, CaseTally>>({ max: 50 })

/**
 * Counts a cohort's first attempts at the cases that were begun, from its log: four queries at most, whatever the number of learners.
 * @param slugs only these
 */
export async function cohortTallies(
  cohortId: string,
  slugs: ReadonlyArray<string>,
  tools: Tools,
): Promise<{ tallies: Map<string, CaseTally>; attempts: Array<FirstAttempt> }> {
  const attempts = await listFirstAttempts(tools.db, cohortId)
  const key = fingerprint(slugs, attempts, await listProfileMarks(tools.db, cohortId))
  const known = kept.get(key)
  if (known) return { tallies: known, attempts }
  const logs = byAttempt(await listCohortDecisions(tools.db, cohortId, slugs))
  const abilities = await abilitiesIn(cohortId, tools)
  const tallies = new Map<string, CaseTally>()
  for (const slug of slugs) {
    const begun = attempts.filter((attempt) => attempt.slug === slug)
    const counted = await tallyOf(slug, begun, { logs, abilities, ...tools })
    if (counted !== null) tallies.set(slug, counted)
  }
  kept.set(key, tallies)
  return { tallies, attempts }
}

/** A log only grows, and a profile follows from it: as long as these numbers are the same, so is all that is counted. */
function fingerprint(
  slugs: ReadonlyArray<string>,
  attempts: ReadonlyArray<FirstAttempt>,
  marks: ReadonlyArray<{ learnerId: string; decisions: number }>,
): string {
  const hash = createHash('sha256').update(JSON.stringify(slugs))
  for (const { id, learnerId, decided, ending } of attempts) hash.update(`${id} ${learnerId} ${decided} ${ending}\n`)
  for (const { learnerId, decisions } of marks) hash.update(`${learnerId} ${decisions}\n`)
  return hash.digest('base64url')
}

type Counting = Tools & {
  logs: ReadonlyMap<string, Array<CohortDecision>>
  abilities: ReadonlyMap<string, Ability>
}

async function tallyOf(
  slug: string,
  attempts: ReadonlyArray<FirstAttempt>,
  { logs, abilities, library }: Counting,
): Promise<CaseTally | null> {
  const hash = mostPlayed(attempts)
  const loaded = hash === null ? null : await library.findVersion(hash)
  if (loaded === null) return null
  const studied: StudiedCase = { stepper: loaded.player.stepper, nBar: loaded.reach.nBar }
  const ended = attempts.filter(({ ending }) => ending !== null)
  const here = ended.filter((attempt) => attempt.hash === hash)
  const tallies = here.flatMap((attempt): Array<Tally> => {
    const counted = tallyOfAttempt(studied, {
      startedMs: attempt.startedAt.getTime(),
      answers: (logs.get(attempt.id) ?? []).map(answerOf),
      ability: abilities.get(attempt.learnerId) ?? UNKNOWN,
    })
    if (counted !== null && 'refused' in counted)
      throw new Error(`Expected the log of attempt ${attempt.id} to be possible, found ${counted.refused.reason}`)
    return counted === null ? [] : [counted]
  })
  return {
    slug,
    loaded,
    tally: merged(tallies),
    started: attempts.length,
    ended: ended.length,
    elsewhere: ended.length - here.length,
  }
}

const UNKNOWN = abilityOf(EMPTY_PROFILE)

async function abilitiesIn(cohortId: string, { db }: Tools): Promise<Map<string, Ability>> {
  const profiles = await listCohortProfiles(db, cohortId)
  return new Map(
    profiles.flatMap(({ learnerId, json }) => {
      const profile = readProfile(JSON.parse(json))
      return profile === null ? [] : [[learnerId, abilityOf(profile)] as const]
    }),
  )
}

/** The version with the most ended attempts; of several, the one begun last. */
function mostPlayed(attempts: ReadonlyArray<FirstAttempt>): string | null {
  const counts = new Map<string, number>()
  for (const { hash, ending } of attempts) counts.set(hash, (counts.get(hash) ?? 0) + (ending === null ? 0.001 : 1))
  const [most] = [...counts].sort(([, one], [, other]) => other - one)
  return most?.[0] ?? null
}

function byAttempt(decisions: ReadonlyArray<CohortDecision>): Map<string, Array<CohortDecision>> {
  const logs = new Map<string, Array<CohortDecision>>()
  for (const decision of decisions) {
    const log = logs.get(decision.attempt)
    if (log) log.push(decision)
    else logs.set(decision.attempt, [decision])
  }
  return logs
}

function answerOf(decision: CohortDecision) {
  const { scene, node, choice, worst, confidence, exposure, acceptedAt, readMs, timedOut } = decision
  return { scene, node, choice, worst, confidence, exposure, acceptedMs: acceptedAt.getTime(), readMs, timedOut }
}
