import fc from 'fast-check'
import { expect, test } from 'vitest'
import { caseOf, decision, ending, next, variable } from '../../tests/fixtures/small-cases.ts'
import { playOn } from './what-if.ts'
import { playerOf } from './replay.ts'
import type { LoggedChoice } from './replay.ts'

/** Two decisions before a pause and an ending; the second has an option for those who took `b` first. */
const source = caseOf(
  [
    decision('one', ['two'], ['two', { set: [{ name: 'flag', value: { kind: 'literal', value: true } }] }], ['pause']),
    decision('two', ['pause'], ['good', { if: variable('flag') }], ['two']),
    next('pause', 'poor'),
    ending('good'),
    ending('poor'),
  ],
  [{ kind: 'boolean', name: 'flag', start: false, label: null, place: { line: 1, column: 1 } }],
)
const player = playerOf(source)
const log: Array<LoggedChoice> = [
  { scene: 'one', node: 'one', choice: 'a' },
  { scene: 'two', node: 'two', choice: 'a' },
]

test.each([
  ['from the first decision', 0, ['b', 'b'], ['b', 'b'], 'good'],
  ['from the last one', 1, ['c', 'a'], ['a', 'c', 'a'], 'poor'],
  ['without a choice yet', 1, [], ['a'], 'two'],
  ['with the same choices as before', 0, ['a', 'a'], ['a', 'a'], 'poor'],
])('a what-if %s keeps the log up to there and plays on', (_, from, choices, logged, scene) => {
  const played = playOn(player, log, from, choices)
  if (played.kind !== 'possible') throw new Error('Expected the choices to be possible')
  expect(played.log.map(({ choice }) => choice)).toEqual(logged)
  expect(played.standing.state.scene).toBe(scene)
})

test.each([
  ['an option that its condition takes away', 1, ['b'], 0, 'two'],
  ['an option that is not there', 0, ['b', '__proto__'], 1, 'two'],
  ['a choice after the ending', 0, ['c', 'a'], 1, 'poor'],
])('%s is told with how many choices were possible and where they lead', (_, from, choices, possible, scene) => {
  expect(playOn(player, log, from, choices)).toMatchObject({
    kind: 'impossible',
    choices: possible,
    standing: { state: { scene } },
  })
})

test('a log that can’t have happened is no start for a what-if', () => {
  expect(() => playOn(player, [{ scene: 'one', node: 'one', choice: 'e' }], 1, [])).toThrow(/"e" can't be chosen/)
})

test('whatever is chosen, the log of a what-if replays to where it stands, and the log it began with is left alone', () => {
  fc.assert(
    fc.property(fc.nat(2), fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 6 }), (from, choices) => {
      const before = structuredClone(log)
      const played = playOn(player, log, from, choices)
      expect(log).toEqual(before)
      if (played.kind === 'possible') expect(player.replay(played.log)).toEqual(played.standing)
      else expect(playOn(player, log, from, choices.slice(0, played.choices))).toMatchObject({ kind: 'possible' })
    }),
  )
})
