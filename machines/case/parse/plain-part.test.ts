import fc from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import remarkGfm from 'remark-gfm'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { expect, test } from 'vitest'
import { hostileCases } from '../../../tests/fixtures/hostile-cases.ts'
import { anyChangedScene, anyText } from '../../../tests/fixtures/plain-texts.ts'
import { boundedAcorn } from './bounded-acorn.ts'
import { isReadable } from './nesting.ts'
import { readPlainPart } from './plain-part.ts'
import { splitScenes } from './split-scenes.ts'

const LONG = 1_000_000

/** The parser alone, without the bounds of its own, takes minutes for more. */
const MUCH = 100_000

const { acorn, readPlainCode, faults } = boundedAcorn()
const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMdx, { acorn }).freeze()
const parsers = { readPlainCode, parse: (text: string) => parser.parse(text) }

/** Whether a text counts as plain. Where it does, it has to be what the MDX parser makes of it, to the last place. */
function isReadAlike(text: string): boolean {
  const nodes = readPlainPart({ text, linesBefore: 0 }, parsers)
  if (nodes === null) return false
  expect(nodes).toEqual(parser.parse(text).children)
  expect(faults).toEqual([])
  return true
}

function partsOf(source: string): Array<string> {
  return splitScenes(source.replace(/^---\n[^]*?\n---\n/, '')).map(({ text }) => text)
}

test.each([
  ['text', 'One line.\nAnd “another”, number 2: (a), #3 + 4 - 5 = 6; 100 %? $7/8!'],
  ['paragraphs', '\nOne.\n\n\nTwo.\n'],
  [
    'elements',
    '<Scene id="a" when="Monday, 9:00">\n\n<Show if={trust > 1 && visited("a")}>\nText.\n</Show>\n\n</Scene>\n',
  ],
  ['an element without content', '<Next goto="b" />\n<Next goto="c"/>'],
  ['tags next to each other', '<Chat><Message from="A">\nHi.\n</Message></Chat>'],
  [
    'effects and levels',
    '<Choice execution={1} influence={ -2 } set={{ trust: trust + 1, asked: !asked }}>\n</Choice>',
  ],
  ['parentheses', '<Show if={(trust > 1) && ((asked))}>\n</Show>\n<Show if={((asked))}>\n</Show>'],
  [
    'elements within a paragraph',
    'Text <Say who="A">and\nmore</Say>\n<Because>So.</Because> <Figure src="a.png" alt="A" />\nthen.',
  ],
  ['emphasis', 'A *word*, **two words**; (*three*) “*four*”\n*five.* <Say who="A">*six*</Say> **the\nseventh**.'],
  [
    'other Markdown between tags',
    '<Document title="A">\n\n| a | b |\n|---|---|\n| *1* | `2` |\n\n- one\n\n  two\n\n</Document>\n\n# Three',
  ],
  [
    'addresses',
    'To a@example.org.\n\n<Email from="b@example.org" at="https://example.org">\nOr WWW.example.org\n\n</Email>',
  ],
  ['astral characters', '𝐀 *𝐁* 😀 “𝐂”'],
])('%s can be plain', (_name, text) => {
  expect(isReadAlike(text)).toBe(true)
})

test.each([
  ['tabs', 'a\tb'],
  ['a byte order mark', '\uFEFFa'],
  ['a byte order mark where other Markdown begins', 'a\n\n\uFEFF- b'],
  ['control characters', 'a\u0085b'],
  ['character references', '<Say who="a&amp;b">\n</Say>'],
  ['comments', '{/* a */}'],
  ['comments in code', '<Show if={true /* a */}>\n</Show>'],
  ['braces in the texts of code', '<Show if={visited("}")}>\n</Show>'],
  ['code that is none', '<Show if={1 +}>\n</Show>'],
  ['code that is too much', `<Show if={${'('.repeat(101)}true${')'.repeat(101)}}>\n</Show>`],
  ['code that is not there', '<Show if={ }>\n</Show>'],
  ['spreads', '<Show {...a}>\n</Show>'],
  ['attributes without a value', '<Show if>\n</Show>'],
  ['tags over two lines', '<Show\nif={true}>\n</Show>'],
  ['tags that are never closed', '<Show if={true}>\n'],
  ['tags that are never opened', '</Show>\n'],
  ['tags closed in another order', '<A>\n<B>\n</A>\n</B>\n'],
  ['tags that overlap paragraphs', 'a <A>\n\nb</A>\n'],
  ['tags with a space between them', '<A> </A>'],
  ['tags with space before them', '  <A>\n  </A>'],
  ['elements too deep', `${'<A>\n'.repeat(60)}${'</A>\n'.repeat(60)}`],
  ['lists in elements too deep', `${'<A>\n'.repeat(40)}\n${'> '.repeat(70)}a\n\n${'</A>\n'.repeat(40)}`],
  ['code in a fence', '```\n\n<A>\n```'],
  ['a list that a tag ends', '<A>\n- a\n</A>'],
  ['a definition', '[a]: b\n\n<A />'],
  ['an import', 'import a from "b"'],
])('%s are for the MDX parser', (_name, text) => {
  expect(readPlainPart({ text, linesBefore: 0 }, parsers)).toBeNull()
})

test.each([
  'a\n\n',
  '*a* ',
  'a *b*\n',
  '<Next goto="a" />\n',
  '<Next goto="a" />',
  '<A>b</A>\nc ',
  '<A b={1',
  '<A b="',
  '- a\n\n<A />\n',
])('the time for a long text grows with its length: %j', (unit) => {
  const started = performance.now()
  readPlainPart(
    { text: unit.repeat(LONG / unit.length), linesBefore: 0 },
    { ...parsers, parse: () => ({ type: 'root', children: [] }) },
  )
  expect(performance.now() - started).toBeLessThan(5_000)
})

test('places are those in the file, of code as well', () => {
  const nodes = readPlainPart({ text: '\n<Show if={true}>\n\n- a\n\n</Show>\n\nb', linesBefore: 10 }, parsers)
  expect(nodes).toMatchObject([
    {
      attributes: [
        { value: { data: { estree: { body: [{ expression: { loc: { start: { line: 12, column: 10 } } } }] } } } },
      ],
      children: [
        {
          type: 'list',
          position: { start: { line: 14, column: 1, offset: 19 }, end: { line: 14, column: 4, offset: 22 } },
        },
      ],
      position: { start: { line: 12, column: 1 }, end: { line: 16, column: 8 } },
    },
    { type: 'paragraph', position: { start: { line: 18, column: 1 } } },
  ])
})

test.each(readdirSync('content/cases'))('every scene of %s is plain, and read alike', (slug) => {
  const parts = partsOf(readFileSync(`content/cases/${slug}/index.mdx`, 'utf8'))
  expect(parts.length).toBeGreaterThan(15)
  expect(parts.filter((part) => !isReadAlike(part))).toEqual([])
})

test.each(hostileCases('nowhere').map(({ name, bytes }) => [name, bytes] as const))(
  'what is plain in a hostile file is read alike: %s',
  (_name, bytes) => {
    const source = new TextDecoder().decode(bytes)
    if (source.length > MUCH || !isReadable(source, () => {})) return
    for (const part of partsOf(source)) isReadAlike(part)
  },
)

test('any text that counts as plain is read alike, and many do', () => {
  let plain = 0
  fc.assert(
    fc.property(anyText, (text) => {
      if (isReadAlike(text)) plain += 1
    }),
    { numRuns: 3_000 },
  )
  expect(plain).toBeGreaterThan(600)
})

test('any change to a plain scene is read alike', () => {
  fc.assert(
    fc.property(anyChangedScene, (text) => void isReadAlike(text)),
    { numRuns: 2_000 },
  )
})
