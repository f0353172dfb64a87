import { expect, test } from 'vitest'
import type { Choice, Decision, Rating } from '../case/case.ts'
import { judge, patternOf, sumsOf } from './debrief.ts'
import type { Taken } from './debrief.ts'

const PLACE = { line: 1, column: 1 }

function aChoice(id: string, execution: Rating | null, influence: Rating | null): Choice {
  return {
    id,
    goto: 'end',
    execution,
    influence,
    if: null,
    set: [],
    text: [],
    because: null,
    outcome: [],
    place: PLACE,
  }
}

function taken(options: Array<Choice>, chosen: string, worst: string | null = null): Taken {
  const [first] = options
  const decision: Decision = {
    kind: 'decision',
    id: 'monday',
    execution: first?.execution === null ? null : 'delegation',
    influence: first?.influence === null ? null : 'trust',
    limit: null,
    asksWorst: true,
    question: [],
    choices: options,
    place: PLACE,
  }
  const find = (id: string) => {
    const found = options.find((option) => option.id === id)
    if (!found) throw new Error(`Expected option ${id}`)
    return found
  }
  return { decision, offered: options, chosen: find(chosen), worst: worst === null ? null : find(worst) }
}

/** a serves neither; b is best for the work, c for the people; d is good for both. */
const DILEMMA = [aChoice('a', 1, 1), aChoice('b', 4, 1), aChoice('c', 1, 4), aChoice('d', 3, 3)]
const CLEAR = [aChoice('a', 0, 1), aChoice('b', 4, 4), aChoice('c', 2, 3)]

test('the strongest alternative is told for each dimension that the choice was not the strongest for', () => {
  expect(judge(taken(DILEMMA, 'b')).strongest.map(({ for: of, choice }) => [of, choice.id])).toEqual([
    [['influence'], 'c'],
  ])
  expect(judge(taken(DILEMMA, 'd')).strongest.map(({ for: of, choice }) => [of, choice.id])).toEqual([
    [['execution'], 'b'],
    [['influence'], 'c'],
  ])
})

test('one option that is the strongest for both is told once', () => {
  expect(judge(taken(CLEAR, 'c')).strongest.map(({ for: of, choice }) => [of, choice.id])).toEqual([
    [['execution', 'influence'], 'b'],
  ])
  expect(judge(taken(CLEAR, 'b'))).toMatchObject({ chosenIsStrongestFor: ['execution', 'influence'], strongest: [] })
})

test('a dimension that the decision does not name is not told', () => {
  const options = [aChoice('a', 4, null), aChoice('b', 1, null)]
  expect(judge(taken(options, 'b'))).toMatchObject({ chosenIsStrongestFor: [], strongest: [{ for: ['execution'] }] })
})

test.each([
  ['a', 'b', 'lowest'],
  ['b', 'a', 'chosen-is-lower'],
  ['b', 'c', 'another-is-lower'],
] as const)('naming %s as most harmful after choosing %s is %s', (worst, chosen, said) => {
  expect(judge(taken(CLEAR, chosen, worst)).worst).toBe(said)
})

test('an unscored decision is judged on nothing', () => {
  const options = [aChoice('a', null, null), aChoice('b', null, null)]
  expect(judge(taken(options, 'a', 'b'))).toEqual({ chosenIsStrongestFor: [], strongest: [], worst: null })
})

test('the pattern counts leanings only where nothing is best for both', () => {
  const run = [taken(DILEMMA, 'b'), taken(DILEMMA, 'b'), taken(DILEMMA, 'c'), taken(DILEMMA, 'd'), taken(CLEAR, 'a')]
  expect(patternOf(run)).toEqual({ tradeOffs: 4, toExecution: 2, toInfluence: 1, between: 1, bettered: 1, scored: 5 })
})

test('the sums of a run set its ratings against the most that was on offer, each dimension for itself', () => {
  const oneSided = [aChoice('a', 2, null), aChoice('b', 3, null)]
  const unscored = [aChoice('a', null, null), aChoice('b', null, null)]
  expect(sumsOf([taken(DILEMMA, 'd'), taken(CLEAR, 'a'), taken(oneSided, 'a'), taken(unscored, 'b')])).toEqual({
    execution: { shown: 3 + 0 + 2, possible: 4 + 4 + 3 },
    influence: { shown: 3 + 1, possible: 4 + 4 },
  })
  expect(sumsOf([])).toEqual({ execution: { shown: 0, possible: 0 }, influence: { shown: 0, possible: 0 } })
})
