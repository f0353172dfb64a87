import { expect, test } from 'vitest'
import { aCase, aCaseSource } from '../../tests/fixtures/case-makers.ts'
import { parseCase } from '../../machines/case/parse-case.ts'
import { changesBetween } from './changes.ts'

const BEFORE = aCase()

test.each<[string, string, string]>([
  ['influence={2}', 'influence={1}', 'Option promise in monday: influence 2 → 1.'],
  ['Friday is fine', 'Friday is hard', 'Option promise in monday: text reworded.'],
  ['Dana tells the customer', 'Dana waits', 'Option promise in monday: outcome reworded.'],
  ['before asking it', 'unasked', 'Option promise in monday: reason reworded.'],
  ['trust - 1', 'trust - 2', 'Option promise in monday: effects changed.'],
  [
    'goto="end" execution={3}',
    'goto="end" if={trust > 1} execution={3}',
    'Option options in monday: offered if always → trust > 1.',
  ],
  ['What do you do?', 'And now?', 'Decision in monday: question reworded.'],
  [
    'execution="prioritisation"',
    'execution="delegation"',
    'Decision in monday: execution prioritisation → delegation.',
  ],
  ['at the coffee machine', 'at the door', 'Scene monday: text reworded.'],
  ['title="Monday, 8:40"', 'title="Monday"', 'Scene monday: title or time changed.'],
  ['outcome="mixed"', 'outcome="poor"', 'Scene end: ending mixed → poor.'],
  ['The week goes on', 'It goes on', 'Scene end: ending reworded.'],
  ['minutes: 5', 'minutes: 6', 'Minutes: changed.'],
])('%s → %s is told once, and nothing else', (from, to, told) => {
  const { case: after } = parseCase(aCaseSource().replace(from, to), null)
  expect(after).not.toBeNull()
  expect(changesBetween(BEFORE, after)).toEqual([told])
})

test('a scene and an option that came or went are told, and layout is not', () => {
  const more = aCaseSource().replace(
    '<Scene id="end">',
    '<Scene id="late">\n\nLate.\n\n<Next goto="end" />\n</Scene>\n\n\n<Scene id="end">',
  )
  const { case: after } = parseCase(more, null)
  expect(changesBetween(BEFORE, after)).toEqual(['Scene late: added.'])
  expect(changesBetween(after, BEFORE)).toEqual(['Scene late: removed.'])
  expect(changesBetween(BEFORE, parseCase(aCaseSource().replace('\n\nWhat', '\n\n\n\nWhat'), null).case)).toEqual([])
  expect(changesBetween(null, BEFORE)).toBeNull()
})
