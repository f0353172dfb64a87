import { playOn } from '../../machines/play/what-if.ts'
import type { WhatIf } from '../../machines/play/what-if.ts'
import type { Played } from './attempt.server.ts'
import { whatIfAddress } from './what-if-address.ts'

/** How far the choices of a what-if lead: `run` stands after the first `possible` of them, which are all or all before a wrong one. */
export type WhatIfRun = { run: Played; possible: number }

/**
 * Pure. The attempt as it would stand had other choices been made from decision `from` (from 0) on. It is nowhere but in this
 * value: whatever shows an attempt can show it, and nothing that writes is ever given it.
 */
export function whatIfRun(played: Played, from: number, choices: ReadonlyArray<string>): WhatIfRun {
  const whatIf = playOn(played.loaded.player, played.attempt.decisions, from, choices)
  if (whatIf.kind === 'possible') return { run: runOf(played, from, choices, whatIf), possible: choices.length }
  return whatIfRun(played, from, choices.slice(0, whatIf.choices))
}

function runOf(
  played: Played,
  from: number,
  choices: ReadonlyArray<string>,
  { log, standing }: Extract<WhatIf, { kind: 'possible' }>,
): Played {
  const { attempt } = played
  const kept = attempt.decisions.slice(0, from)
  // A what-if happens at the moment that it goes back to, and nothing but the choice is asked.
  const acceptedAt = attempt.decisions[from]?.acceptedAt ?? attempt.startedAt
  const tried = log.slice(from).map((choice, place) => ({
    ...choice,
    seq: from + place,
    worst: null,
    confidence: null,
    reason: null,
    acceptedAt,
    timedOut: false,
  }))
  return {
    ...played,
    attempt: { ...attempt, decisions: [...kept, ...tried] },
    standing,
    address: whatIfAddress(attempt.id, from, choices),
    whatIfFrom: from + 1,
  }
}
