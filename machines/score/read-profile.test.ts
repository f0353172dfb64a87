import { expect, test } from 'vitest'
import { manyLoggedDecisions } from '../../tests/fixtures/log-makers.ts'
import { MODEL_VERSION } from './profile.ts'
import { readProfile } from './read-profile.ts'
import { replay } from './score.ts'

function cached() {
  return JSON.parse(JSON.stringify(replay(manyLoggedDecisions(25))))
}

test('a cached profile is read to the same bits', () => {
  expect(readProfile(cached())).toEqual(replay(manyLoggedDecisions(25)))
})

const dropped: Array<[what: string, json: unknown]> = [
  ['nothing', null],
  ['a text', '{}'],
  ['another model version', { ...cached(), modelVersion: MODEL_VERSION + 1 }],
  ['a mean that is too short', { ...cached(), belief: { ...cached().belief, mean: [1, 1] } }],
  [
    'a covariance with a hole',
    { ...cached(), belief: { ...cached().belief, covariance: cached().belief.covariance.fill(null, 7, 8) } },
  ],
  ['a missing dimension', { ...cached(), dimensions: { execution: cached().dimensions.execution } }],
  ['a competency without evidence', { ...cached(), competencies: [] }],
  ['a last case without a name', { ...cached(), lastCountedCase: '' }],
]

for (const [what, json] of dropped) {
  test(`a cached profile is dropped for ${what}`, () => {
    expect(readProfile(json)).toBeNull()
  })
}
