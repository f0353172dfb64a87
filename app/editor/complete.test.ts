import { expect, test } from 'vitest'
import { aCaseSource } from '../../tests/fixtures/case-makers.ts'
import { suggest } from './complete.ts'
import { idsOf, variablesIn } from './scenes-in.ts'

const SOURCE = aCaseSource()

/** What is suggested where a text has a bar. */
function suggested(text: string): Array<string> {
  const offset = text.indexOf('|')
  return suggest(text.replace('|', ''), offset)?.options.map(({ label }) => label) ?? []
}

test.each<[string, Array<string>]>([
  ['<Fi|', ['<Figure>', '<Scene>']],
  ['<Choice |', ['id', 'goto', 'if', 'set']],
  ['<Choice id="a" |', ['goto', 'execution']],
  ['<Decision execution="|', ['delegation', 'prioritisation']],
  ['<Decision execution="delegation" influence="t|', ['trust', 'coaching']],
  ['<Choice goto="|', ['monday', 'end']],
  ['<Choice if={tr|', ['trust', 'promised', 'visited']],
  ['<Choice execution={|', ['0', '4']],
  ['<Ending outcome="|', ['strong', 'mixed', 'poor']],
  ['<Scene id="x">\n\nText.\n</|', ['</Scene>']],
])('at %s it suggests %j', (text, expected) => {
  expect(suggested(`${SOURCE}\n${text}`)).toEqual(expect.arrayContaining(expected))
})

test.each(['Plain prose|', '<Choice id="a|', '<Choice id="a" goto="end">|', '<Constructor |', '<Email from="Dana|'])(
  'at %s it suggests nothing',
  (text) => expect(suggested(`${SOURCE}\n${text}`)).toEqual([]),
)

test('an attribute that is there is not suggested again', () => {
  expect(suggested('<Choice id="a" |')).not.toContain('id')
})

test.each<[string, Array<string>]>([
  ['state: { trust: { start: 2, min: 0, max: 4, label: Team }, promised: false }', ['trust', 'promised']],
  ['state:\n  trust: { start: 2, min: 0, max: 4 }\n  promised: false\ntitle: x', ['trust', 'promised']],
  ['state:\n  trust:\n    start: 2\n  promised: false', ['trust', 'promised']],
  ['title: none', []],
])('in %j the variables are %j', (front, names) => {
  expect(variablesIn(`---\n${front}\n---\n`)).toEqual(names)
})

test('the ids that a text gives are found in its order', () => {
  expect(idsOf(SOURCE, 'Choice')).toEqual(['promise', 'options'])
})
