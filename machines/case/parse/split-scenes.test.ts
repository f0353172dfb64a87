import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aCaseSource } from '../../../tests/fixtures/case-makers.ts'
import { parseCase } from '../parse-case.ts'
import { splitScenes } from './split-scenes.ts'

const LONG = 'A week is long. '.repeat(300)

function aScene(number: number, text: string): string {
  return (
    `<Scene id="s${number}">\n\n${LONG}\n\n${text}\n\n<Show if={visited("s0") && trust > 1}>\n- one\n- two\n</Show>\n\n` +
    `<Next goto="s${number + 1}" />\n</Scene>\n\n`
  )
}

function aSource(texts: ReadonlyArray<string>): string {
  const end = `<Scene id="s${texts.length}">\n<Ending id="e" outcome="mixed">\nOver.\n</Ending>\n</Scene>\n`
  return aCaseSource({ scenes: `\n${texts.map((text, number) => aScene(number, text)).join('')}${end}` })
}

/** The same, save that the mark of a definition, which is in a comment, keeps it in one part. */
function inOnePart(source: string): string {
  return source.replace('\n\n<Scene', '\n{/* ]: */}\n<Scene')
}

function bodyOf(source: string): string {
  return source.replace(/^---\n[^]*?\n---\n/, '')
}

test('a body is cut between scenes, where it is long enough', () => {
  const parts = splitScenes(bodyOf(aSource(['a', 'b', 'c'])))
  expect(parts.map(({ text }) => text).join('')).toBe(bodyOf(aSource(['a', 'b', 'c'])))
  expect(parts.map(({ text, linesBefore }) => [text.trim().slice(0, 15), linesBefore])).toEqual([
    ['<Scene id="s0">', 0],
    ['<Scene id="s1">', 16],
    ['<Scene id="s2">', 30],
    ['<Scene id="s3">', 44],
  ])
})

test('a body with definitions, which may be meant in any scene, stays whole', () => {
  expect(splitScenes(bodyOf(aSource(['[a]', '[a]: https://example.org'])))).toHaveLength(1)
  expect(splitScenes(bodyOf(inOnePart(aSource(['a', 'b']))))).toHaveLength(1)
})

const TEXTS = [
  'Plain.',
  'At https://example.org and a@example.org, or a&#64;example.org.',
  '```\n</Scene>\n\n<Scene id="x">\n```',
  '```\n</Scene>\n\n',
  '<Show if={trust >\n 2}>\nYes.\n</Show>',
  '<Show if={nobody}>\nNo.\n</Show>',
  '<Show if={1 + }>\nNo.\n</Show>',
  '{1 + }',
  '{/* a comment',
  'an end */}',
  'import a from "b"',
  '# A heading',
  '<b>bold</b>',
  '<Unknown {...a} />',
  '[a link](http://example.org)',
  '> a quote\n\n- an item\n\n  </Scene>\n\n',
  '</Scene>\n\n<Scene id="y">',
  '<Document title="',
  '| a | b |\n|---|---|\n| 1 | 2 |',
  '![](a.png)',
]

test('in parts, a body means what it means as a whole, and its problems stand in the same places', () => {
  const source = fc.array(fc.constantFrom(...TEXTS), { minLength: 2, maxLength: 5 }).map(aSource)
  fc.assert(
    fc.property(source, (text) => {
      expect(parseCase(text, null)).toEqual(parseCase(inOnePart(text), null))
    }),
    { numRuns: 100 },
  )
})

test.each(TEXTS)('in the second of three parts, it means the same as in a whole: %j', (text) => {
  const source = aSource(['Before.', text, 'After.'])
  expect(parseCase(source, null)).toEqual(parseCase(inOnePart(source), null))
})
