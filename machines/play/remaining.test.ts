import { expect, test } from 'vitest'
import { aCase } from '../../tests/fixtures/case-makers.ts'
import { playerOf } from './replay.ts'
import { remainingIn } from './remaining.ts'

const LONG_AND_SHORT = `<Scene id="a"><Decision>
A?
<Choice id="short" goto="end">Short.</Choice>
<Choice id="long" goto="b">Long.</Choice>
</Decision></Scene>
<Scene id="b">On the way.<Next goto="c" /></Scene>
<Scene id="c"><Decision>
C?
<Choice id="on" goto="end">On.</Choice>
<Choice id="off" goto="end">Off.</Choice>
</Decision></Scene>
<Scene id="end"><Ending id="end" outcome="mixed">The end.</Ending></Scene>`

test('tells the fewest and the most decisions still to come, the open one included', () => {
  const player = playerOf(aCase({ scenes: LONG_AND_SHORT }))
  const remaining = remainingIn(player.stepper)
  expect(remaining(player.start.state)).toEqual({ min: 1, max: 2 })
  const later = player.choose(player.start, 'long')
  expect(later && remaining(later.state)).toEqual({ min: 1, max: 1 })
  const over = player.choose(player.start, 'short')
  expect(over && remaining(over.state)).toEqual({ min: 0, max: 0 })
})

test('says no greatest number where a loop allows any', () => {
  const looped = LONG_AND_SHORT.replace('id="off" goto="end"', 'id="off" goto="a"')
  const player = playerOf(aCase({ scenes: looped }))
  expect(remainingIn(player.stepper)(player.start.state)).toEqual({ min: 1, max: null })
})
