import { describe, expect, test } from 'vitest'
import { aCase } from '../../tests/fixtures/case-makers.ts'
import { stepperOf } from './step.ts'
import type { State } from './step.ts'

/** A case of one decision whose only choice sets `a` (0 at the start, −10 to 10) or `b` (false) to the expression. */
function setting(effect: string): State | null {
  const source = aCase({
    frontMatter: { state: '{ a: { start: 0, min: -10, max: 10 }, two: { start: 2, min: 0, max: 5 }, b: false }' },
    scenes: `<Scene id="s">
<Decision id="d">
Now?
<Choice id="go" goto="e" set={{ ${effect} }}>Go.</Choice>
<Choice id="stay" goto="e">Stay.</Choice>
</Decision>
</Scene>
<Scene id="e"><Ending id="e" outcome="mixed">End.</Ending></Scene>`,
  })
  const stepper = stepperOf(source)
  return stepper.step(stepper.start, 'go')
}

describe('an effect', () => {
  test.each<[string, ReadonlyArray<number>]>([
    ['a: 1 + two * 3', [7, 2, 0]],
    ['a: (1 + two) * 3', [9, 2, 0]],
    ['a: -two', [-2, 2, 0]],
    ['a: two - 1 - 1', [0, 2, 0]],
    ['a: two > 1 ? 4 : 5', [4, 2, 0]],
    ['b: two >= 2 && !b', [0, 2, 1]],
    ['b: two < 2 || two === 2', [0, 2, 1]],
    ['b: two !== 2', [0, 2, 0]],
    ['b: two <= 1 == false', [0, 2, 1]],
    // Set outside its bounds, an integer stops at them.
    ['a: 11', [10, 2, 0]],
    ['a: 0 - 11', [-10, 2, 0]],
    ['two: two - 1000000', [0, 0, 0]],
    // All values are computed from the state before the choice.
    ['a: two, two: a', [2, 0, 0]],
    ['b: visited("s")', [0, 2, 1, 1]],
    ['b: visited("e")', [0, 2, 0, 1]],
    ['b: chose("d", "go")', [0, 2, 0, 1]],
  ])('%s leads to %o', (effect, values) => {
    expect(setting(effect)?.values).toEqual(values)
  })

  test('that grows past all numbers still gives a number', () => {
    const huge = Array.from({ length: 60 }, () => '1000000').join(' * ')
    expect(setting(`a: ${huge} - ${huge}`)?.values[0]).toBe(0)
    expect(setting(`a: ${huge}`)?.values[0]).toBe(10)
  })
})

test('a step that is not possible is null: another kind of exit, an unknown choice, one that is not offered', () => {
  const stepper = stepperOf(
    aCase({
      scenes: `<Scene id="s">
<Decision>
Now?
<Choice id="go" goto="e" if={trust > 3}>Go.</Choice>
<Choice id="stay" goto="e">Stay.</Choice>
</Decision>
</Scene>
<Scene id="e"><Ending id="e" outcome="mixed">End.</Ending></Scene>`,
    }),
  )
  expect(stepper.offered(stepper.start).map(({ id }) => id)).toEqual(['stay'])
  expect(stepper.step(stepper.start, 'go')).toBeNull()
  expect(stepper.step(stepper.start, 'toString')).toBeNull()
  expect(stepper.step(stepper.start, null)).toBeNull()
  const ended = stepper.step(stepper.start, 'stay')
  expect(ended?.scene).toBe('e')
  expect(ended && stepper.step(ended, 'stay')).toBeNull()
  expect(ended && stepper.step(ended, null)).toBeNull()
})
