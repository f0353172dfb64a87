import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anAnswer, anyPicks, attemptBy, branchingCase, studiedCase } from '../../tests/fixtures/branching-case.ts'
import { aCase } from '../../tests/fixtures/case-makers.ts'
import { smallCase } from '../../tests/fixtures/small-cases.ts'
import type { Case } from '../case/case.ts'
import { judgeCase } from '../case/check-case.ts'
import type { Ability } from './ability.ts'
import type { FirstAttempt, StudiedCase } from './attempt.ts'
import { startWalk, tallyOfAttempt, walkOn } from './count-attempt.ts'
import { headingsOf, merged, tallyOf, without } from './tally.ts'
import type { Tally } from './tally.ts'

const ABILITY: Ability = {
  mean: { execution: 1.2, influence: 0.9 },
  spread: { execution: 0.1, influence: 0.1, both: 0.05 },
}

function tallied(studied: StudiedCase, attempt: FirstAttempt): Tally {
  const tally = tallyOfAttempt(studied, attempt)
  if (tally === null || 'refused' in tally) throw new Error('Expected an attempt that has ended')
  return tally
}

function anyAbility(): fc.Arbitrary<Ability> {
  const mean = fc.double({ min: -1, max: 3, noNaN: true })
  return fc.record({ mean: fc.record({ execution: mean, influence: mean }), spread: fc.constant(ABILITY.spread) })
}

const LOOP = studiedCase(
  aCase({
    scenes: `<Scene id="open">Morning.<Next goto="one" /></Scene>
<Scene id="one">
<Decision id="first" execution="delegation" influence="trust">
Now?
<Choice id="again" goto="back" execution={0} influence={1}>
Once more.
<Because>So it is.</Because>
</Choice>
<Choice id="leave" goto="way" execution={4} influence={3}>
Leave.
<Because>So it is.</Because>
</Choice>
<Choice id="stay" goto="way" execution={2} influence={4}>
Stay.
<Because>So it is.</Because>
</Choice>
</Decision>
</Scene>
<Scene id="back">Back.<Next goto="one" /></Scene>
<Scene id="way"><Next goto="good" /></Scene>
<Scene id="good"><Ending id="done" outcome="strong">Good.</Ending></Scene>`,
  }),
)

test('an attempt counts its ways through the map, its picks, times and what it attained', () => {
  const tally = tallied(LOOP, {
    startedMs: 0,
    ability: ABILITY,
    answers: [
      anAnswer('one', 'first', 'leave', { worst: 'again', confidence: 'certain', readMs: 41_400, acceptedMs: 130_000 }),
    ],
  })
  const counts = Object.fromEntries([...tally].filter(([key]) => !key.startsWith('takers')))
  expect(counts).toEqual({
    'way open - one': 1,
    'way one leave good': 1,
    'attempts ended': 1,
    'ended good': 1,
    'minutes 2': 1,
    'chosen first leave': 1,
    'worst first again': 1,
    'confidence first certain': 1,
    'quality first certain': 7,
    'offered first again': 1,
    'offered first leave': 1,
    'offered first stay': 1,
    'attained first execution': 4,
    'attainable first execution': 4,
    'attained first influence': 2,
    'attainable first influence': 3,
    'seconds first 41': 1,
  })
})

test('what is done in a scene the second time counts no more, and a pause is no play', () => {
  const tally = tallied(LOOP, {
    startedMs: 0,
    ability: ABILITY,
    answers: [
      anAnswer('one', 'first', 'again', { acceptedMs: 60_000 }),
      anAnswer('one', 'first', 'stay', { exposure: 'seen', acceptedMs: 60_000 + 31 * 60_000 }),
    ],
  })
  const headings = headingsOf(tally)
  expect([...headings('chosen first')]).toEqual([['again', 1]])
  expect([...headings('way one again')]).toEqual([['back', 1]])
  expect([...headings('way back -')]).toEqual([['one', 1]])
  expect([...headings('way one stay')]).toEqual([])
  expect([...headings('minutes')]).toEqual([['1', 1]])
})

test.each([
  ['a hasty answer', { exposure: 'rapid' as const }, { takers: 0, seconds: 1 }],
  ['an answer by the time limit', { timedOut: true, exposure: 'rapid' as const }, { takers: 0, seconds: 0 }],
  ['an answer whose reading time is not known', { readMs: null }, { takers: 1, seconds: 0 }],
])('%s counts as a choice, but not where it says nothing', (_, parts, expected) => {
  const answers = [anAnswer('one', 'first', 'leave', parts)]
  const headings = headingsOf(tallied(LOOP, { startedMs: 0, ability: ABILITY, answers }))
  expect(headings('chosen first').get('leave')).toBe(1)
  expect(headings('takers first leave').get('n') ?? 0).toBe(expected.takers)
  expect([...headings('seconds first').values()].length).toBe(expected.seconds)
})

test('an attempt that has not ended counts nothing, and a log that could not have happened is refused with its place', () => {
  const open = { startedMs: 0, ability: ABILITY, answers: [anAnswer('one', 'first', 'again')] }
  expect(tallyOfAttempt(LOOP, open)).toBeNull()
  expect(tallyOfAttempt(LOOP, { ...open, answers: [] })).toBeNull()
  const wrong = { ...open, answers: [...open.answers, anAnswer('one', 'first', 'constructor')] }
  expect(tallyOfAttempt(LOOP, wrong)).toMatchObject({ refused: { seq: 1, reason: /constructor/ } })
  const elsewhere = { ...open, answers: [anAnswer('one', 'second', 'leave')] }
  expect(tallyOfAttempt(LOOP, elsewhere)).toMatchObject({ refused: { seq: 0 } })
})

test('counting one decision at a time gives the very tally of the whole attempt, in any case', () => {
  fc.assert(
    fc.property(
      fc.oneof(smallCase(), branchingCase()),
      anyPicks({ min: 1, max: 1 }),
      anyAbility(),
      (source, [picks = []], ability) => {
        fc.pre(comesToRest(source))
        const studied = studiedCase(source)
        const attempt = attemptBy(studied, picks, { ability })
        const start = startWalk(studied, 0)
        const tallies = [tallyOf(start.counts)]
        let { walk } = start
        for (const answer of attempt.answers) {
          const next = walkOn(studied, walk, answer, ability)
          if ('refused' in next) throw new Error(next.refused.reason)
          walk = next.walk
          tallies.push(tallyOf(next.counts))
        }
        // Compared as what is kept: the order of keys is no part of it.
        if (walk.hasEnded) expect(sorted(merged(tallies))).toEqual(sorted(tallied(studied, attempt)))
        else expect(tallyOfAttempt(studied, attempt)).toBeNull()
      },
    ),
  )
})

test('tallies merged in any order and grouping are the same to the bit, and what is taken out again was never there', () => {
  fc.assert(
    fc.property(
      branchingCase(),
      anyPicks({ min: 2, max: 12 }),
      fc.array(anyAbility(), { minLength: 12, maxLength: 12 }),
      fc.nat(11),
      (source, picks, abilities, cut) => {
        const studied = studiedCase(source)
        const tallies = picks.map((own, n) =>
          tallied(studied, attemptBy(studied, own, { ability: abilities[n] ?? ABILITY })),
        )
        const whole = sorted(merged(tallies))
        expect(sorted(merged(tallies.toReversed()))).toEqual(whole)
        expect(sorted(merged([merged(tallies.slice(cut)), merged(tallies.slice(0, cut))]))).toEqual(whole)
        const [first = merged([]), ...others] = tallies
        expect(sorted(without(merged(tallies), first))).toEqual(sorted(merged(others)))
        expect(without(first, first).size).toBe(0)
      },
    ),
  )
})

function sorted(tally: Tally): Array<[string, number]> {
  return [...tally].sort(([a], [b]) => (a < b ? -1 : 1))
}

/** Cases made at random may go round in beats for ever, which the checks refuse. */
function comesToRest(source: Case): boolean {
  return judgeCase(source).problems.every(({ rule }) => rule !== 'graph/no-ending')
}
