import { expect, test } from 'vitest'
import { attemptStage } from './attempt-machine.ts'

test.each([
  ['brief', { begun: false, ended: false, reflected: false }],
  ['playing', { begun: true, ended: false, reflected: false }],
  ['reflecting', { begun: true, ended: true, reflected: false }],
  ['debriefed', { begun: true, ended: true, reflected: true }],
  // Answers before the ending open nothing.
  ['playing', { begun: true, ended: false, reflected: true }],
  ['brief', { begun: false, ended: false, reflected: true }],
] as const)('an attempt is %s where %o', (stage, facts) => {
  expect(attemptStage(facts)).toBe(stage)
})
