import { expect, test } from 'vitest'
import type { Choice, Decision, Rating } from '../case/case.ts'
import type { Taken } from './debrief.ts'
import { spotsOf } from './spots.ts'

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

/** A decision among options that are named by their ratings, as `41`: 4 for the work, 1 for the people, `-` where nothing is rated. */
function taken(options: string, best: string, worst: string | null): Taken {
  const offered = options.split(' ').map((name) => aChoice(name, ratingFrom(name[0]), ratingFrom(name[1])))
  const find = (name: string) => {
    const found = offered.find(({ id }) => id === name)
    if (!found) throw new Error(`Expected option ${name}`)
    return found
  }
  const [first] = offered
  const decision: Decision = {
    kind: 'decision',
    id: 'monday',
    execution: first?.execution === null ? null : 'delegation',
    influence: first?.influence === null ? null : 'trust',
    limit: null,
    asksWorst: true,
    question: [],
    choices: offered,
    place: PLACE,
  }
  return { decision, offered, chosen: find(best), worst: worst === null ? null : find(worst) }
}

function ratingFrom(digit: string | undefined): Rating | null {
  const ratings: ReadonlyArray<Rating> = [0, 1, 2, 3, 4]
  return ratings.find((rating) => String(rating) === digit) ?? null
}

test.each([
  ['certain of 0 and 1', '01 33 44', '01', null, 'certain', ['certain 01']],
  ['certain of 1 on the one side that is rated', '1- 3- 4-', '1-', null, 'certain', ['certain 1-']],
  ['certain of 1 and 2, which is weak on one side only', '12 33 44', '12', null, 'certain', []],
  ['fairly sure of 0 and 0', '00 33 44', '00', null, 'fairly', []],
  ['a guess of 3 and 4', '34 11 22', '34', null, 'guess', ['guess 34']],
  ['a guess of 2 and 4', '24 11 33', '24', null, 'guess', []],
  ['a workable option named as worst, with a lower one left', '44 22 00', '44', '22', null, ['spared 22']],
  ['a workable option named as worst, with the lower one chosen', '00 22 44', '00', '22', null, ['spared 22']],
  ['a workable option named as worst that is the lowest there', '44 22 33', '44', '22', null, []],
  ['an option named as worst that is weak on one side', '44 21 00', '44', '21', null, []],
  ['both at once', '00 33 44', '00', '33', 'certain', ['certain 00', 'spared 33']],
  ['nothing rated', '-- --', '--', null, 'certain', []],
] as const)('%s', (_, options, best, worst, confidence, spots) => {
  expect(spotsOf(taken(options, best, worst), confidence).map(({ kind, choice }) => `${kind} ${choice.id}`)).toEqual(
    spots,
  )
})
