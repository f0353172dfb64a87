import { expect, test } from 'vitest'
import { aLoggedDecision, ratedOptions } from '../../tests/fixtures/log-makers.ts'
import { Refusal } from './read-json.ts'
import { readLog } from './read-log.ts'
import { scoreLog } from './score.ts'

test('what may be left out is read as null or 0, and keys that a log does not have are ignored', () => {
  const bare = {
    case: 'a',
    nBar: 1,
    node: 'b',
    exposure: 'first',
    execution: 'resources',
    options: [{ execution: 2 }],
    best: 0,
  }
  expect(readLog({ decisions: [{ ...bare, mood: 'good' }], version: 7 })).toEqual({
    role: null,
    decisions: [
      {
        ...bare,
        influence: null,
        options: [{ execution: 2, influence: null }],
        worst: null,
        idleDays: 0,
      },
    ],
  })
})

const refusedLogs: Array<[log: unknown, place: string]> = [
  [null, 'log'],
  [[], 'log'],
  ['{}', 'log'],
  [{}, 'decisions'],
  [{ decisions: {} }, 'decisions'],
  [{ decisions: [null] }, 'decisions[0]'],
  [{ decisions: [], role: 3 }, 'role'],
  [{ decisions: [], role: { execution: 3 } }, 'role.influence'],
  [{ decisions: [], role: { execution: 3, influence: 6 } }, 'role.influence'],
  [{ decisions: [], role: { execution: 2.5, influence: 3 } }, 'role.execution'],
  [{ decisions: [], role: { execution: '3', influence: 3 } }, 'role.execution'],
]

for (const [log, place] of refusedLogs) {
  test(`the log ${JSON.stringify(log)} is refused at "${place}"`, () => {
    expect(placeOfRefusal(log)).toBe(place)
  })
}

const refusedDecisions: Array<[parts: object, place: string]> = [
  [{ case: '' }, 'case'],
  [{ case: 7 }, 'case'],
  [{ case: undefined }, 'case'],
  [{ node: '' }, 'node'],
  [{ node: null }, 'node'],
  [{ nBar: 0.99 }, 'nBar'],
  [{ nBar: Number.NaN }, 'nBar'],
  [{ nBar: Number.POSITIVE_INFINITY }, 'nBar'],
  [{ nBar: '12' }, 'nBar'],
  [{ nBar: undefined }, 'nBar'],
  [{ exposure: 'second' }, 'exposure'],
  [{ exposure: undefined }, 'exposure'],
  [{ execution: 'charisma' }, 'execution'],
  [{ execution: 'trust' }, 'execution'],
  [{ execution: 'toString' }, 'execution'],
  [{ execution: 1 }, 'execution'],
  [{ execution: null }, 'options[0].execution'],
  [{ influence: 'delegation' }, 'influence'],
  [{ influence: 'trust' }, 'options[0].influence'],
  [{ options: undefined }, 'options'],
  [{ options: [] }, 'options'],
  [{ options: ratedOptions([0, 1, 2, 3, 4, 4], null) }, 'options'],
  [{ options: [{ execution: 4 }, 3] }, 'options[1]'],
  [{ options: [{ execution: 5 }], best: 0, worst: null }, 'options[0].execution'],
  [{ options: [{ execution: -1 }], best: 0, worst: null }, 'options[0].execution'],
  [{ options: [{ execution: 1.5 }], best: 0, worst: null }, 'options[0].execution'],
  [{ options: [{ execution: Number.NaN }], best: 0, worst: null }, 'options[0].execution'],
  [{ options: [{ execution: '3' }], best: 0, worst: null }, 'options[0].execution'],
  [{ options: [{ execution: 4 }, {}], best: 0, worst: null }, 'options[1].execution'],
  [{ options: [{ execution: 4, influence: 0 }], best: 0, worst: null }, 'options[0].influence'],
  [{ best: 4 }, 'best'],
  [{ best: -1 }, 'best'],
  [{ best: 0.5 }, 'best'],
  [{ best: null }, 'best'],
  [{ best: Number.NaN }, 'best'],
  [{ worst: 4 }, 'worst'],
  [{ worst: 3 }, 'worst'],
  [{ worst: Number.NaN }, 'worst'],
  [{ idleDays: -0.1 }, 'idleDays'],
  [{ idleDays: Number.NaN }, 'idleDays'],
  [{ idleDays: null }, 'idleDays'],
]

for (const [parts, place] of refusedDecisions) {
  test(`a decision with ${inWords(parts)} is refused at its place in the log, "${place}"`, () => {
    const log = { decisions: [aLoggedDecision(), aLoggedDecision(), { ...aLoggedDecision(), ...parts }] }
    expect(placeOfRefusal(log)).toBe(`decisions[2].${place}`)
  })
}

test('a refusal says what was expected and what was found', () => {
  const log = { decisions: [aLoggedDecision({ best: 7 })] }
  expect(() => scoreLog(log)).toThrow('decisions[0].best: expected the index of one of 4 options, found 7')
})

function placeOfRefusal(log: unknown): string {
  try {
    scoreLog(log)
  } catch (error) {
    if (error instanceof Refusal) return error.place
    throw error
  }
  return 'not refused'
}

function inWords(parts: object): string {
  return JSON.stringify(parts, (_, value: unknown) => (typeof value === 'object' ? value : String(value)))
}
