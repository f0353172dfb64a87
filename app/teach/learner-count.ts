import type { Ability } from '../../machines/cohort/ability.ts'
import type { Answer, StudiedCase } from '../../machines/cohort/attempt.ts'
import { tallyOfAttempt } from '../../machines/cohort/count-attempt.ts'
import { abilityTally } from '../../machines/cohort/reliability.ts'
import { merged, without } from '../../machines/cohort/tally.ts'
import type { Tally } from '../../machines/cohort/tally.ts'

/** A first attempt that has ended, with the case version that it was played on. */
export type EndedAttempt = {
  id: string
  slug: string
  hash: string
  studied: StudiedCase
  startedMs: number
  answers: ReadonlyArray<Answer>
}

/** A learner with what was believed of them when they were counted. */
export type Counted = { ability: Ability; ended: ReadonlyArray<EndedAttempt> }

/** Tallies by version, and of the abilities of everyone who has ended a case. */
export type Counts = { versions: ReadonlyMap<string, Tally>; abilities: Tally }

/** Pure. The key of a version in counts. A hash alone is none: the same text may be served under two slugs. */
function versionKey({ slug, hash }: { slug: string; hash: string }): string {
  return `${slug} ${hash}`
}

/** Pure. What these learners count. Whole numbers: in whatever grouping learners are counted, the sums are the same. */
export function countsOf(learners: ReadonlyArray<Counted>): Counts {
  const byVersion = new Map<string, Array<Tally>>()
  for (const { ability, ended } of learners) {
    for (const attempt of ended) {
      const key = versionKey(attempt)
      const tallies = byVersion.get(key)
      const tally = tallyIn(attempt, ability)
      if (tallies) tallies.push(tally)
      else byVersion.set(key, [tally])
    }
  }
  const abilities = learners.flatMap(({ ability, ended }) => (ended.length === 0 ? [] : [abilityTally(ability)]))
  return {
    versions: new Map([...byVersion].map(([key, tallies]) => [key, merged(tallies)])),
    abilities: merged(abilities),
  }
}

/** Pure. What is kept, with what is added and without what is taken out; of the versions only those that either touches. */
export function changedCounts(kept: Counts, added: Counts, taken: Counts): Counts {
  const keys = new Set([...added.versions.keys(), ...taken.versions.keys()])
  const changed = [...keys].map((key): [string, Tally] => [
    key,
    without(
      merged([kept.versions, added.versions].map((one) => one.get(key) ?? EMPTY)),
      taken.versions.get(key) ?? EMPTY,
    ),
  ])
  return {
    versions: new Map(changed),
    abilities: without(merged([kept.abilities, added.abilities]), taken.abilities),
  }
}

const EMPTY: Tally = new Map()

function tallyIn(attempt: EndedAttempt, ability: Ability): Tally {
  const counted = tallyOfAttempt(attempt.studied, { ...attempt, ability })
  if (counted === null) return EMPTY
  if ('refused' in counted)
    throw new Error(`Expected the log of attempt ${attempt.id} to be possible, found ${counted.refused.reason}`)
  return counted
}

/** Pure. A tally as it is kept: the same counts are the same text. */
export function tallyJson(tally: Tally): string {
  return JSON.stringify(Object.fromEntries([...tally].sort(([one], [other]) => (one < other ? -1 : 1))))
}

/** Pure. A tally as it was kept by `tallyJson`. */
export function tallyFrom(json: string): Tally {
  const kept: Record<string, number> = JSON.parse(json)
  return new Map(Object.entries(kept))
}
