import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changedProgress, versionProgress } from './version-progress.ts'

const anAttempt = fc.record({
  slug: fc.constantFrom('a', 'b'),
  hash: fc.constantFrom('1', '2', '3'),
  hasEnded: fc.boolean(),
  decided: fc.nat(30),
})

test('progress is counted by version: begun, ended, decided', () => {
  const kept = changedProgress(
    new Map(),
    [
      { slug: 'a', hash: '1', hasEnded: true, decided: 4 },
      { slug: 'a', hash: '1', hasEnded: false, decided: 0 },
      { slug: 'b', hash: '1', hasEnded: false, decided: 2 },
    ],
    [],
  )
  expect(versionProgress(kept)).toEqual([
    { slug: 'a', hash: '1', started: 2, ended: 1, decided: 4 },
    { slug: 'b', hash: '1', started: 1, ended: 0, decided: 2 },
  ])
})

test('of a case comes first the version that most have ended, then the one that most began', () => {
  const kept = changedProgress(
    new Map(),
    [
      { slug: 'b', hash: '1', hasEnded: true, decided: 1 },
      { slug: 'a', hash: '1', hasEnded: false, decided: 1 },
      { slug: 'a', hash: '2', hasEnded: false, decided: 1 },
      { slug: 'a', hash: '2', hasEnded: false, decided: 1 },
      { slug: 'a', hash: '3', hasEnded: true, decided: 1 },
    ],
    [],
  )
  expect(versionProgress(kept).map(({ slug, hash }) => slug + hash)).toEqual(['a3', 'a2', 'a1', 'b1'])
})

test('what was taken out again was never there, and nothing of it is kept', () => {
  fc.assert(
    fc.property(fc.array(anAttempt), fc.array(anAttempt), (staying, leaving) => {
      const all = changedProgress(new Map(), [...leaving, ...staying], [])
      expect(versionProgress(changedProgress(all, [], leaving))).toEqual(
        versionProgress(changedProgress(new Map(), staying, [])),
      )
      expect(changedProgress(all, [], [...staying, ...leaving]).size).toBe(0)
    }),
  )
})
