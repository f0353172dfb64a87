import { describe, expect, it } from 'vitest'
import { aCase } from '../../../tests/fixtures/case-makers.ts'
import { decisionsOf } from '../quality.ts'
import { stepperOf } from '../step.ts'
import { gainOf } from './gain.ts'
import { learner, PLAYERS } from './players.ts'
import { playtest } from './playtest.ts'
import { drawn, randomFrom } from './random.ts'

const LOOP = `<Scene id="a">
<Decision execution="delegation">
<Choice id="again" goto="a" execution={0}>
Once more.
<Because>It goes round.</Because>
</Choice>
<Choice id="leave" goto="end" execution={4}>
Leave it here and go home.
<Because>It ends.</Because>
</Choice>
</Decision>
</Scene>
<Scene id="end">
<Ending id="done" outcome="mixed">
Done.
</Ending>
</Scene>
`

describe('random numbers', () => {
  it('are the same for the same seed and spread evenly from 0 up to 1', () => {
    const random = randomFrom(5)
    const numbers = Array.from({ length: 20_000 }, random)
    const again = randomFrom(5)
    expect(numbers.slice(0, 5)).toEqual(Array.from({ length: 5 }, again))
    const buckets = Array.from({ length: 10 }, (_, n) => numbers.filter((x) => Math.floor(x * 10) === n).length)
    expect(Math.min(...buckets)).toBeGreaterThan(1_850)
    expect(Math.max(...buckets)).toBeLessThan(2_150)
    expect(numbers.every((x) => x >= 0 && x < 1)).toBe(true)
  })

  it('draw an item as often as its chance says, and never one without a chance', () => {
    const random = randomFrom(1)
    const items = Array.from({ length: 10_000 }, () => drawn(['a', 'b', 'c'], [0.2, 0, 0.8], random))
    expect(items.filter((item) => item === 'a').length / 10_000).toBeCloseTo(0.2, 1)
    expect(items).not.toContain('b')
    expect(drawn(['a', 'b'], [0.5, 0], () => 0.9)).toBe('a')
  })
})

describe('players', () => {
  const [decision] = decisionsOf(aCase().scenes)
  const choices = decision?.choices ?? []

  it('of ability θ pick by a softmax over 0.7 · u · θ, and name the worst by −0.35 · u · θ', () => {
    // Ratings (1, 2) and (3, 3): u sums to −½ and 1.
    const odds = Math.exp(0.7 * 2 * 1.5)
    expect(learner(2).best(choices)[1]).toBeCloseTo(odds / (1 + odds), 12)
    const oddsOfWorst = Math.exp(0.35 * 2 * 1.5)
    expect(learner(2).worst?.(choices)[0]).toBeCloseTo(oddsOfWorst / (1 + oddsOfWorst), 12)
  })

  it('have chances that add up to 1', () => {
    for (const { best } of PLAYERS) expect(best(choices).reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 12)
  })

  it('share their pick between options that are alike to them, which averages their gain', () => {
    const alike = aCase({ scenes: LOOP.replace('Once more.', 'Leave it here and go back.') })
    const longest = PLAYERS.find(({ name }) => name === 'longest option')
    expect(longest && gainOf(longest, alike)).toBe(0)
  })
})

describe('a playtest', () => {
  it('gives up a play that goes round in a loop', () => {
    const stepper = stepperOf(aCase({ scenes: LOOP }))
    const first = PLAYERS.find(({ name }) => name === 'first in the file')
    const report = first && playtest(stepper, first, { runs: 3, seed: 1 })
    expect(report).toMatchObject({ unfinished: 3, endings: new Map([['done', 0]]) })
  })

  it('takes choices as often as the chances of the player say', () => {
    const stepper = stepperOf(aCase())
    const report = playtest(stepper, learner(1), { runs: 4_000, seed: 2 })
    const taken = report.choices.get('monday')?.get('options') ?? 0
    expect(taken / 4_000).toBeCloseTo(Math.exp(1.05) / (1 + Math.exp(1.05)), 1)
  })
})
