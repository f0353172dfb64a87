import { initialTransition, setup, transition } from 'xstate'

/** What has happened to an attempt, as far as the log and the answers tell. */
export type AttemptFacts = { begun: boolean; ended: boolean; reflected: boolean }

export type AttemptStage = 'brief' | 'playing' | 'reflecting' | 'debriefed'

type AttemptEvent = { type: 'begin' } | { type: 'end' } | { type: 'reflect' }

/** The life of an attempt: brief → playing → reflecting → debriefed. There is no way back. */
const attemptMachine = setup({ types: {} as { events: AttemptEvent } }).createMachine({
  id: 'attempt',
  initial: 'brief',
  states: {
    brief: { on: { begin: 'playing' } },
    playing: { on: { end: 'reflecting' } },
    reflecting: { on: { reflect: 'debriefed' } },
    debriefed: { type: 'final' },
  },
})

/** Pure. The stage of an attempt, derived afresh: no stage is ever stored. */
export function attemptStage(facts: AttemptFacts): AttemptStage {
  const happened: Array<AttemptEvent> = []
  if (facts.begun || facts.ended) happened.push({ type: 'begin' })
  if (facts.ended) happened.push({ type: 'end' })
  if (facts.reflected) happened.push({ type: 'reflect' })
  let [snapshot] = initialTransition(attemptMachine)
  for (const event of happened) [snapshot] = transition(attemptMachine, snapshot, event)
  return snapshot.value
}
