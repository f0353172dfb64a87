import { expect, test } from 'vitest'
import { exposureOf, readingTimeMs } from './exposure.ts'

const FRESH = { metBefore: false, playedBefore: false, timedOut: false, readMs: 60_000, words: 238 }

test.each([
  ['a first meeting, read in its time, shows all it can', {}, 'first'],
  [
    'a decision met before shows memory, whatever else is true',
    { metBefore: true, playedBefore: true, timedOut: true },
    'seen',
  ],
  ['an answer by the time limit shows haste', { timedOut: true }, 'rapid'],
  ['an answer in under a quarter of the reading time shows haste', { readMs: 14_999 }, 'rapid'],
  ['an answer in exactly a quarter counts', { readMs: 15_000 }, 'first'],
  ['haste comes before the replay', { playedBefore: true, readMs: 1 }, 'rapid'],
  ['a new decision in a case played before counts half', { playedBefore: true }, 'replay-new'],
  ['without a clock nobody is called hasty', { readMs: null }, 'first'],
] as const)('%s', (_name, facts, exposure) => {
  expect(exposureOf({ ...FRESH, ...facts })).toBe(exposure)
})

test('238 words take a minute to read', () => {
  expect(readingTimeMs(238)).toBe(60_000)
})
