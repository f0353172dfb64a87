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

/** The stages that were walked to, by what happened: there are eight ways at most, and walking one takes longer than reading a log. */
const known = new Map<string, AttemptStage>()

/** Pure. The stage of an attempt, derived afresh: no stage is ever stored. */
export function attemptStage(facts: AttemptFacts): AttemptStage {
  const happened: Array<AttemptEvent['type']> = []
  if (facts.begun || facts.ended) happened.push('begin')
  if (facts.ended) happened.push('end')
  if (facts.reflected) happened.push('reflect')
  const word = happened.join(' ')
  const stage = known.get(word) ?? stageAfter(happened)
  known.set(word, stage)
  return stage
}

function stageAfter(happened: ReadonlyArray<AttemptEvent['type']>): AttemptStage {
  let [snapshot] = initialTransition(attemptMachine)
  for (const type of happened) [snapshot] = transition(attemptMachine, snapshot, { type })
  return snapshot.value
}
