import { expect, it } from 'vitest'
import { aCase, aCaseSource } from '../../tests/fixtures/case-makers.ts'
import { expressionText } from './expression-text.ts'

it.each([
  'promised',
  '!promised',
  'trust >= 3 && !promised',
  '(promised || trust > 2) && visited("monday")',
  'promised || trust > 2 && visited("monday")',
  'trust - (1 - 2) == -trust',
  '-(-trust) < 2 * (trust + 1) - 3',
  'trust > 1 == promised',
  'trust == 1 == promised != (trust == 2)',
  'promised ? trust > 1 : !(trust > 2)',
  '(promised ? trust : 2) > 1',
  'chose("monday", "promise")',
  '!(promised && trust != 1)',
])('writes %s as it was', (condition) => {
  const [, scenes = ''] = aCaseSource().split('---\n\n')
  const source = aCase({
    scenes: scenes.replace('Dana stops', `<Show if={${condition}}>\nText.\n</Show>\n\nDana stops`),
  })
  const [block] = source.scenes[0]?.prose ?? []
  expect(block?.kind === 'show' ? expressionText(block.if) : block).toBe(condition)
})
