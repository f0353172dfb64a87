import type { Ability } from '../../machines/cohort/ability.ts'
import { abilityOf } from '../../machines/cohort/ability.ts'
import type { Answer } from '../../machines/cohort/attempt.ts'
import { MODEL_VERSION } from '../../machines/score/profile.ts'
import type { ChangedLearner } from '../data/changed-learners.server.ts'
import { dropCount, findCount, findTally, listCounted, saveCount } from '../data/cohort-counts.server.ts'
import type { CountChange, CountedBefore, KeptCount } from '../data/cohort-counts.server.ts'
import { listBeginnings, listDecisionsOf, listFirstAttemptsOf } from '../data/cohort-log.server.ts'
import type { Beginning, CohortDecision, FirstAttempt } from '../data/cohort-log.server.ts'
import type { Services } from '../http/context.ts'
import { profileOf } from '../play/learner-profile.server.ts'
import { findChanged, rememberMark } from './find-changed.server.ts'
import type { Changed } from './find-changed.server.ts'
import { changedCounts, countsOf, tallyFrom, tallyJson } from './learner-count.ts'
import type { Counted, Counts, EndedAttempt } from './learner-count.ts'
import { changedProgress } from './version-progress.ts'

type Tools = Pick<Services, 'db' | 'library'>

/** So many learners are counted at once: other requests are answered in between. */
const AT_ONCE = 100

/**
 * Brings what is kept of a cohort's counts up to its learners' logs: whoever has decided since, joined or left is taken out as they were
 * counted and counted as they are. It costs what is new. Where that can't be done (a learner who was
 * counted has deleted their data or made one log of two, or the scoring model is another), all is counted anew.
 */
export async function bringUpToDate(cohortId: string, tools: Tools): Promise<KeptCount> {
  for (;;) {
    const kept = await findCount(tools.db, cohortId)
    if (kept === null || kept.modelVersion !== MODEL_VERSION || kept.learners !== kept.found) {
      await tools.db.write((tx) => dropCount(tx, cohortId, MODEL_VERSION))
      continue
    }
    const changed = await findChanged(tools.db, cohortId, kept.revision)
    if (changed.learners.length > 0) await countChanged(cohortId, kept, changed, tools)
    else {
      rememberMark(cohortId, kept.revision, changed.mark)
      return kept
    }
  }
}

/** Counts who has changed, some at a time. Where somebody else was faster, their counts are where this begins again. */
async function countChanged(cohortId: string, kept: KeptCount, { learners, mark }: Changed, tools: Tools) {
  let { revision, abilities, progress } = kept
  for (let done = 0; done < learners.length; done += AT_ONCE) {
    const changed = learners.slice(done, done + AT_ONCE)
    const change = await changeOf({ cohortId, kept: { revision, abilities, progress }, changed }, tools)
    if (change === null) return tools.db.write((tx) => dropCount(tx, cohortId, MODEL_VERSION))
    if (!(await tools.db.write((tx, run) => saveCount(tx, run, change)))) return
    revision += 1
    abilities = change.abilities
    progress = change.progress
  }
  rememberMark(cohortId, revision, mark)
}

type Summed = Pick<KeptCount, 'revision' | 'abilities' | 'progress'>

type Asked = { cohortId: string; kept: Summed; changed: ReadonlyArray<ChangedLearner> }

/** Null where an attempt that was counted is gone, so that it can't be taken out. */
async function changeOf({ cohortId, kept, changed }: Asked, tools: Tools): Promise<CountChange | null> {
  const { db } = tools
  const learnerIds = changed.map(({ learnerId }) => learnerId)
  const members = changed.filter(({ isMember }) => isMember)
  const first = await listFirstAttemptsOf(
    db,
    members.map(({ learnerId }) => learnerId),
  )
  const counted = await listCounted(db, cohortId, learnerIds)
  const before = counted.filter(({ hasEnded }) => hasEnded)
  const known = new Map<string, Beginning>(first.map((attempt) => [attempt.id, attempt]))
  const others = before.map(({ attemptId }) => attemptId).filter((id) => !known.has(id))
  for (const beginning of await listBeginnings(db, others)) known.set(beginning.id, beginning)
  if (before.some(({ attemptId }) => !known.has(attemptId))) return null
  const ended = first.filter(({ ending }) => ending !== null)
  const wanted = new Set([...ended.map(({ id }) => id), ...before.map(({ attemptId }) => attemptId)])
  const attempts = await endedAttempts(
    [...wanted].flatMap((id) => known.get(id) ?? []),
    tools,
  )
  const abilities = await abilitiesOf(members, tools)
  const added = countsOf(
    [...abilities].map(([learnerId, ability]) => ({
      ability,
      ended: ended.flatMap((one) => (one.learnerId === learnerId ? (attempts.get(one.id) ?? []) : [])),
    })),
  )
  const taken = countsOf(countedBefore(before, attempts))
  const counts = changedCounts(await keptCounts(cohortId, kept, [added, taken], tools), added, taken)
  const begun = first.map(countedAttempt)
  return {
    cohortId,
    revision: kept.revision,
    abilities: tallyJson(counts.abilities),
    progress: tallyJson(changedProgress(tallyFrom(kept.progress), begun, counted)),
    removed: learnerIds,
    added: members.map(({ learnerId, decisions, attempts: total }) => ({
      learnerId,
      decisions,
      attempts: total,
      ability: JSON.stringify(abilities.get(learnerId)),
    })),
    attempts: begun,
    tallies: [...counts.versions].map(([key, tally]) => ({ ...versionFrom(key), json: tallyJson(tally) })),
  }
}

/** Each learner as they were counted: the log of an attempt that has ended stays as it is, so it tells what it counted. */
function countedBefore(
  before: ReadonlyArray<CountedBefore>,
  attempts: ReadonlyMap<string, EndedAttempt>,
): Array<Counted> {
  const learners = new Map<string, { ability: Ability; ended: Array<EndedAttempt> }>()
  for (const { learnerId, attemptId, ability } of before) {
    const counted: Ability = JSON.parse(ability)
    const learner = learners.get(learnerId) ?? { ability: counted, ended: new Array<EndedAttempt>() }
    const attempt = attempts.get(attemptId)
    if (attempt) learner.ended.push(attempt)
    learners.set(learnerId, learner)
  }
  return [...learners.values()]
}

async function endedAttempts(
  beginnings: ReadonlyArray<Beginning>,
  { db, library }: Tools,
): Promise<Map<string, EndedAttempt>> {
  const logs = new Map<string, Array<Answer>>(beginnings.map(({ id }) => [id, []]))
  for (const decision of await listDecisionsOf(db, [...logs.keys()]))
    logs.get(decision.attempt)?.push(answerOf(decision))
  const attempts = new Map<string, EndedAttempt>()
  for (const { id, slug, hash, startedAt } of beginnings) {
    const loaded = await library.findVersion(hash)
    if (loaded === null) throw new Error(`Expected version ${hash} of ${slug}, which was played, to be there`)
    const studied = { stepper: loaded.player.stepper, nBar: loaded.reach.nBar }
    attempts.set(id, { id, slug, hash, studied, startedMs: startedAt.getTime(), answers: logs.get(id) ?? [] })
  }
  return attempts
}

async function abilitiesOf(members: ReadonlyArray<ChangedLearner>, tools: Tools): Promise<Map<string, Ability>> {
  const abilities = new Map<string, Ability>()
  for (const { learnerId } of members) abilities.set(learnerId, abilityOf((await profileOf(learnerId, tools)).profile))
  return abilities
}

/** What is kept of all that a change touches. */
async function keptCounts(
  cohortId: string,
  kept: Summed,
  touched: ReadonlyArray<Counts>,
  { db }: Tools,
): Promise<Counts> {
  const versions = new Map<string, ReturnType<typeof tallyFrom>>()
  for (const key of new Set(touched.flatMap((counts) => [...counts.versions.keys()]))) {
    const json = await findTally(db, cohortId, versionFrom(key))
    if (json !== null) versions.set(key, tallyFrom(json))
  }
  return { versions, abilities: tallyFrom(kept.abilities) }
}

function versionFrom(key: string): { slug: string; hash: string } {
  const [slug = '', hash = ''] = key.split(' ')
  return { slug, hash }
}

function countedAttempt({ id, learnerId, slug, hash, startedAt, ending, decided, lastAt }: FirstAttempt) {
  const hasEnded = ending !== null
  return { attemptId: id, learnerId, slug, hash, hasEnded, decided, lastAt: lastAt ?? startedAt }
}

function answerOf(decision: CohortDecision): Answer {
  const { attempt: _, acceptedAt, ...answer } = decision
  return { ...answer, acceptedMs: acceptedAt.getTime() }
}
