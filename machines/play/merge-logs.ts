import type { Exposure } from './exposure.ts'

/** An attempt with its decisions in their order, as merging needs it. */
export type MergedAttempt = {
  id: string
  slug: string
  startedAt: Date
  /** The decision in front of which it stands now; null where it has ended. */
  standsAt: string | null
  decisions: ReadonlyArray<MergedDecision>
}

type MergedDecision = { seq: number; node: string; order: number; acceptedAt: Date; exposure: Exposure }

/** Where a decision stands in the merged log, from 0, and what it counts as there. */
export type Placed = { attempt: string; seq: number; order: number; exposure: Exposure }

type Step = { attempt: MergedAttempt; decision: MergedDecision; log: 0 | 1; since: number }

/**
 * Pure. Makes one log of the two of a person who played under two ids: ordered by acceptance, each of the two in the order that it
 * had, the first log first where both accepted at the same moment. What was met in the other log can no longer be met for the first
 * time, so exposures are worked out again; they only ever show less.
 */
export function mergeLogs(one: ReadonlyArray<MergedAttempt>, other: ReadonlyArray<MergedAttempt>): Array<Placed> {
  const logs = [one, other] as const
  const steps = [...stepsOf(one, 0), ...stepsOf(other, 1)].sort(
    (a, b) => a.since - b.since || a.log - b.log || a.decision.order - b.decision.order,
  )
  const answered = [new Set<string>(), new Set<string>()] as const
  return steps.map(({ attempt, decision, log }, order) => {
    const key = `${attempt.slug}\n${decision.node}`
    const isMet = answered[log === 0 ? 1 : 0].has(key)
    answered[log].add(key)
    const elsewhere = logs[log === 0 ? 1 : 0].filter((earlier) => isEarlier(earlier, attempt))
    return { attempt: attempt.id, seq: decision.seq, order, exposure: exposureAfter(decision, { isMet, elsewhere }) }
  })
}

/** A clock that was put back must not turn a log round: a decision counts as accepted no sooner than the one before it. */
function stepsOf(attempts: ReadonlyArray<MergedAttempt>, log: 0 | 1): Array<Step> {
  const steps = attempts
    .flatMap((attempt) => attempt.decisions.map((decision) => ({ attempt, decision, log })))
    .sort((a, b) => a.decision.order - b.decision.order)
  let since = -Infinity
  return steps.map((step) => {
    since = Math.max(since, step.decision.acceptedAt.getTime())
    return { ...step, since }
  })
}

function isEarlier(earlier: MergedAttempt, { slug, startedAt }: MergedAttempt): boolean {
  return earlier.slug === slug && earlier.startedAt < startedAt
}

function exposureAfter(
  decision: MergedDecision,
  { isMet, elsewhere }: { isMet: boolean; elsewhere: ReadonlyArray<MergedAttempt> },
): Exposure {
  if (isMet || elsewhere.some((attempt) => stoodAt(attempt, decision.acceptedAt) === decision.node)) return 'seen'
  return decision.exposure === 'first' && elsewhere.length > 0 ? 'replay-new' : decision.exposure
}

/** The decision in front of which an attempt stood at a moment. */
function stoodAt({ decisions, standsAt }: MergedAttempt, moment: Date): string | null {
  return decisions.find(({ acceptedAt }) => acceptedAt > moment)?.node ?? standsAt
}
