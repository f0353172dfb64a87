import type { Figures } from '../../machines/score/claims.ts'
import type { Role } from '../../machines/score/log.ts'
import { EMPTY_PROFILE } from '../../machines/score/profile.ts'
import type { Profile } from '../../machines/score/profile.ts'
import { resultOf } from '../../machines/score/result.ts'
import { addDecision } from '../../machines/score/score.ts'
import type { MomentView } from '../components/profile-views.ts'
import { counts } from './decisions-behind.ts'
import type { ToldStep } from './decisions-behind.ts'

/** Pure. How the estimate moved: where it began, and where it stood after the last decision that counts of each attempt. */
export function momentViews(log: ReadonlyArray<ToldStep>, role: Role | null): Array<MomentView> {
  const lastOf = new Map<string, number>()
  const countOf = new Map<string, number>()
  for (const [place, told] of log.entries()) {
    if (!counts(told)) continue
    lastOf.set(told.attempt, place)
    countOf.set(told.attempt, (countOf.get(told.attempt) ?? 0) + 1)
  }
  const moments = [momentOf('Before the first case', null, 'the starting assumption', EMPTY_PROFILE, role)]
  let profile = EMPTY_PROFILE
  for (const [place, { attempt, scored, loaded }] of log.entries()) {
    profile = addDecision(profile, scored)
    if (lastOf.get(attempt) !== place) continue
    const { title, language } = loaded.case
    moments.push(momentOf(title, language, countText(countOf.get(attempt) ?? 0), profile, role))
  }
  return moments
}

function countText(count: number): string {
  return count === 1 ? '1 decision that counts' : `${count} decisions that count`
}

function momentOf(
  label: string,
  language: string | null,
  note: string,
  profile: Profile,
  role: Role | null,
): MomentView {
  const { execution, influence } = resultOf(profile, role).dimensions
  return {
    label,
    language,
    note,
    execution: estimateOf(execution),
    influence: estimateOf(influence),
  }
}

/** Pure. Figures as a scale shows them. */
export function estimateOf({ t, low, high, claim }: Figures): MomentView['execution'] {
  return { t, low, high, isClaimed: claim !== 'none' }
}
