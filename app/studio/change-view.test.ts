import { expect, test } from 'vitest'
import { parseCase } from '../../machines/case/parse-case.ts'
import { aCase, aCaseSource } from '../../tests/fixtures/case-makers.ts'
import { changeViews } from './change-view.ts'

const BEFORE = aCase()

function after(from: string, to: string) {
  expect(aCaseSource()).toContain(from)
  return parseCase(aCaseSource().replace(from, to), null).case
}

test.each([
  ['influence={2}', 'influence={1}', { kind: 'option', id: 'promise', told: ': influence 2 → 1' }],
  ['at the coffee machine', 'at the door', { kind: 'scene', id: 'monday', told: ': prose reworded' }],
  ['minutes: 5', 'minutes: 6', { kind: '', id: null, told: 'case: minutes 5 → 6' }],
  ['title="Monday, 8:40"', 'title="A *day*"', { kind: 'scene', id: 'monday', told: ': title Monday, 8:40 → A *day*' }],
])('%s → %s is told with its id apart', (from, to, told) => {
  expect(changeViews(BEFORE, after(from, to))).toMatchObject([told])
})

test('a change leads to its line in the later text, and what went leads nowhere', () => {
  const later = after('influence={2}', 'influence={1}')
  const line = aCaseSource().slice(0, aCaseSource().indexOf('<Choice id="promise"')).split('\n').length
  expect(changeViews(BEFORE, later)).toMatchObject([{ line }])
  const less = after('\n<Scene id="end">', '\n<Scene id="late"><Next goto="end" /></Scene>\n\n<Scene id="end">')
  expect(changeViews(less, BEFORE)).toMatchObject([{ kind: 'scene', id: 'late', told: ' removed', line: null }])
})

test('of a text that is no case nothing is told', () => {
  expect(changeViews(BEFORE, null)).toBeNull()
  expect(changeViews(null, BEFORE)).toBeNull()
  expect(changeViews(BEFORE, BEFORE)).toEqual([])
})
