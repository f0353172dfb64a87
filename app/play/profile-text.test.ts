import { expect, test } from 'vitest'
import { ratedOptions, aLoggedDecision, manyLoggedDecisions } from '../../tests/fixtures/log-makers.ts'
import { EXECUTION, INFLUENCE } from '../../machines/case/case.ts'
import { resultOf } from '../../machines/score/result.ts'
import type { Role } from '../../machines/score/log.ts'
import { replay } from '../../machines/score/score.ts'
import { claimText, contrastText, emphasisText, headlineOf, nextText } from './profile-text.ts'

const USUAL: Role = { execution: 3, influence: 3 }

/** The result of a hundred decisions between what is best for the work, for the people, and for neither. */
function resultFor(pick: 'work' | 'people', role: Role = USUAL) {
  const decisions = Array.from({ length: 100 }, (_, n) =>
    aLoggedDecision({
      case: `case-${Math.floor(n / 10)}`,
      node: `decision-${n}`,
      execution: EXECUTION[n % 8] ?? null,
      influence: INFLUENCE[n % 9] ?? null,
      options: ratedOptions([4, 1, 0], [1, 4, 0]),
      best: pick === 'work' ? 0 : 1,
      worst: 2,
    }),
  )
  return resultOf(replay(decisions), role)
}

function told(pieces: ReturnType<typeof contrastText>): string {
  return pieces.map(({ text }) => text).join('')
}

test.each([
  ['exposed', 0, 'Exposed'],
  ['leaning-exposed', 0, 'Leaning exposed'],
  ['strong', 0, 'Strong'],
  ['leaning-strong', 0, 'Leaning strong'],
  ['none', 9, 'Not enough evidence yet: about 9 more decisions'],
  ['none', 1, 'Not enough evidence yet: about 1 more decision'],
  ['none', 0, 'No marked strength or exposure'],
] as const)('the claim %s with %d more decisions is worded "%s … %s"', (claim, moreDecisions, text) => {
  expect(claimText({ claim, moreDecisions })).toBe(text)
})

test('one who does what is best for the work reads that fewer people came along, and the reverse', () => {
  expect(headlineOf(resultFor('work'))).toBe('In these cases you got the work done. Fewer people came with you.')
  expect(headlineOf(resultFor('people'))).toBe('In these cases you brought people along. Less of the work got done.')
  expect(told(contrastText(resultFor('people')))).toMatch(
    /^Your choices were very probably stronger on influence than on execution \(/,
  )
})

test('before there is enough evidence nothing is claimed', () => {
  const early = resultOf(replay(manyLoggedDecisions(8)), null)
  expect(headlineOf(early)).toBe('A first impression. It is too early to claim anything.')
  expect(told(contrastText(early))).toContain('It takes twelve decisions from two cases on each side')
})

test('the emphasis says whether results or the role speak, with the numbers that decided', () => {
  const byResults = resultFor('work', { execution: 3, influence: 5 })
  expect(byResults.emphasis).toMatchObject({ basis: 'results', recommendation: 'leadership' })
  const { suggestion, reason } = emphasisText(byResults, { execution: 3, influence: 5 }, true)
  expect(suggestion).toBe('practising leadership first: bringing people along')
  expect(reason).toMatch(
    /^Your role asks for 3 of 5 in execution and 5 of 5 in influence; your choices fall short of that with a probability of/,
  )
  const byRole = emphasisText(resultOf(replay([]), USUAL), USUAL, false).reason
  expect(byRole).toMatch(/^Here an assumed role speaks: there is too little evidence yet/)
  expect(byRole).toContain(
    'so we assume 3 of 5 in execution and 3 of 5 in influence, so 50% of what is needed lies in execution',
  )
})

test.each([
  [
    0.68,
    0,
    'We expect about 68% of what can be reached in it, which is within the 60 to 75% at which practice tells most.',
  ],
  [0.8, 0.05, 'above the 60 to 75% at which practice tells most, so a little on the easy side.'],
  [0.4, 0.2, 'below the 60 to 75% at which practice tells most, so on the hard side.'],
])('a case in which %d is expected is told with its place around the band', (share, miss, text) => {
  const prospect = { slug: 'a', gain: 1, share, miss, reasons: ['trust' as const] }
  const reason = nextText(prospect, resultFor('work'), () => ({ name: 'Building trust', demand: 4 }))
  expect(reason).toMatch(/^It tells most about building trust \(asked: 4 of 5; falling short: \d+%\)\. /)
  expect(reason).toContain(text)
})

test('no sentence says what somebody is', () => {
  for (const result of [resultFor('work'), resultFor('people'), resultOf(replay([]), null)]) {
    const all = [headlineOf(result), told(contrastText(result)), emphasisText(result, USUAL, true).reason].join(' ')
    expect(all).not.toMatch(/\byou are\b/i)
  }
})
