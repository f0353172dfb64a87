import { EXECUTION, INFLUENCE } from '../../machines/case/case.ts'
import type { Dimension, Rating } from '../../machines/case/case.ts'
import type { LoggedDecision } from '../../machines/score/log.ts'
import { replay } from '../../machines/score/score.ts'
import { resultOf } from '../../machines/score/result.ts'
import type { Result } from '../../machines/score/result.ts'
import type { MomentView } from '../components/profile-views.ts'
import type { ExampleView } from '../components/score-views.ts'
import { estimateOf } from './moments-view.ts'
import { claimText } from './profile-text.ts'

const OPTIONS: Array<{ letter: string; text: string; execution: Rating; influence: Rating }> = [
  { letter: 'a', text: 'Take the job over yourself and finish it by five.', execution: 4, influence: 1 },
  { letter: 'b', text: 'Sit down with the team, hear what stops them, and move the date.', execution: 1, influence: 4 },
  { letter: 'c', text: 'Send everybody the deadline once more.', execution: 0, influence: 0 },
  {
    letter: 'd',
    text: 'Split the job between two people and look at it together at three.',
    execution: 3,
    influence: 3,
  },
]

const MOST_PICKS = 24
/** After so many the example goes on in another case, as a course would. */
const CASE_LENGTH = 6
const PER_DIMENSION = 8

const SERIES = [
  { label: 'Twelve times the best for the work (a)', picks: 'a'.repeat(12) },
  { label: 'Twelve times the best for the people (b)', picks: 'b'.repeat(12) },
  { label: 'Twelve times one that is good for both (d)', picks: 'd'.repeat(12) },
  { label: 'Each option three times', picks: 'abcdabcdabcd' },
]

/** Pure. The example after the picks in an address, as `abd`; what can't be picks is none. */
export function scoreExample(address: string | null): ExampleView {
  const picks = readPicks(address)
  const results = Array.from({ length: picks.length + 1 }, (_, count) =>
    resultOf(replay(picks.slice(0, count).map(decisionOf)), null),
  )
  const result = results.at(-1) ?? resultOf(replay([]), null)
  const taken = picks.join('')
  return {
    options: OPTIONS.map(({ letter, text, execution, influence }) => ({
      letter,
      text,
      ratings: { execution, influence },
      to: addressOf(taken + letter),
    })),
    execution: barOf(result, 'execution'),
    influence: barOf(result, 'influence'),
    picks: picks.length,
    moments: results.map((at, count) => momentOf(at, count, picks[count - 1] ?? null)),
    series: SERIES.map(({ label, picks: of }) => ({ label, to: addressOf(of) })),
    back: taken === '' ? null : addressOf(taken.slice(0, -1)),
    isFull: picks.length >= MOST_PICKS,
  }
}

function readPicks(address: string | null): Array<string> {
  const letters = [...(address ?? '')].slice(0, MOST_PICKS)
  return letters.every((letter) => OPTIONS.some((option) => option.letter === letter)) ? letters : []
}

function addressOf(picks: string): string {
  return picks === '' ? '/how-it-scores#example' : `/how-it-scores?picks=${picks}#example`
}

function decisionOf(letter: string, place: number): LoggedDecision {
  return {
    case: `case-${Math.floor(place / CASE_LENGTH)}`,
    nBar: CASE_LENGTH,
    node: `decision-${place}`,
    exposure: 'first',
    execution: EXECUTION[place % PER_DIMENSION] ?? null,
    influence: INFLUENCE[place % PER_DIMENSION] ?? null,
    options: OPTIONS.map(({ execution, influence }) => ({ execution, influence })),
    best: OPTIONS.findIndex((option) => option.letter === letter),
    worst: null,
    idleDays: 0,
  }
}

function barOf({ dimensions }: Result, dimension: Dimension): ExampleView['execution'] {
  const figures = dimensions[dimension]
  return { ...estimateOf(figures), claim: claimText(figures) }
}

function momentOf({ dimensions: { execution, influence } }: Result, count: number, letter: string | null): MomentView {
  return {
    label: letter === null ? 'Before the first decision' : `After decision ${count}: ${letter}`,
    language: null,
    note: letter === null ? 'the starting assumption' : `case ${Math.ceil(count / CASE_LENGTH)} of the example`,
    execution: estimateOf(execution),
    influence: estimateOf(influence),
  }
}
