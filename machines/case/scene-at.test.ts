import { expect, test } from 'vitest'
import { aCaseSource } from '../../tests/fixtures/case-makers.ts'
import { sceneAt, sceneOnLine } from './scene-at.ts'

const TEXT = aCaseSource()

test('an offset lies in the scene that began before it, from its first character on', () => {
  expect(sceneAt(TEXT, 0)).toBeNull()
  expect(sceneAt(TEXT, TEXT.indexOf('<Scene id="monday"'))).toBe('monday')
  expect(sceneAt(TEXT, TEXT.indexOf('<Scene id="monday"') + 2)).toBe('monday')
  expect(sceneAt(TEXT, TEXT.length)).toBe('end')
})

test('so does a line', () => {
  const lineOf = (part: string) => TEXT.slice(0, TEXT.indexOf(part)).split('\n').length
  expect(sceneOnLine(TEXT, 1)).toBeNull()
  expect(sceneOnLine(TEXT, lineOf('<Scene id="monday"'))).toBe('monday')
  expect(sceneOnLine(TEXT, lineOf('<Choice id="options"'))).toBe('monday')
  expect(sceneOnLine(TEXT, lineOf('<Scene id="end"'))).toBe('end')
  expect(sceneOnLine(TEXT, 99_999)).toBe('end')
})

test('a text that is broken everywhere else has scenes too', () => {
  expect(sceneAt('{{{\n<Scene id="a">\n<<<', 18)).toBe('a')
})
