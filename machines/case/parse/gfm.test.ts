import fc from 'fast-check'
import remarkGfm from 'remark-gfm'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { expect, test } from 'vitest'
import { dropAddresses, mayHoldAddress, mayHoldGfmMarks } from './gfm.ts'

const plain = unified().use(remarkParse).use(remarkMdx).freeze()
const full = unified().use(remarkParse).use(remarkGfm).use(remarkMdx).freeze()
const marked = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(function withoutAddresses() {
    dropAddresses(this.data())
  })
  .use(remarkMdx)
  .freeze()

function treeOf(parser: typeof plain, text: string): string {
  try {
    return JSON.stringify(parser.parse(text))
  } catch (error) {
    return String(error)
  }
}

test.each([
  ['a table', '| a |\n| - |'],
  ['a table whose lines are apart from its dashes', '|\ta\n| \t-'],
  ['a table with lines at its right', 'a |\n-- |'],
  ['a table without lines at its sides', 'a\n:-'],
  ['a table aligned to the right', 'a\n-:'],
  ['struck-through words', 'not ~~this~~ way'],
  ['a footnote', 'said[^1]\n\n[^1]: By whom.'],
  ['an open task', '- [ ] ask'],
  ['a task over a line end', '- [\n] ask'],
  ['a done task', '- [x] ask'],
])('%s is told by its marks', (_name, text) => {
  expect(treeOf(full, text)).not.toBe(treeOf(plain, text))
  expect(mayHoldGfmMarks(text)).toBe(true)
})

test('a condition with two lines in it is no table', () => {
  expect(mayHoldGfmMarks('<Show if={a || b}>\n- a\n</Show>')).toBe(false)
})

const PIECES = [
  'a',
  ' ',
  '\n',
  '\n\n',
  '|',
  '~',
  '~~',
  ':',
  '-',
  ':-',
  '- ',
  '[',
  ']',
  '[^',
  '[x]',
  '[ ]',
  '* ',
  '> ',
  '1. ',
]
const MORE = [
  '&',
  ';',
  '\\',
  '`',
  '@',
  'b.org',
  'http://',
  'www.',
  '&#64;',
  '<Show if={a || b}>',
  '</Show>',
  '{a}',
  '\t',
  'X',
  '^1',
  ': b',
]

test('a text without marks or addresses reads the same without GFM, one without addresses the same without their search', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PIECES, ...MORE), { maxLength: 14 }), (pieces) => {
      const text = pieces.join('')
      if (mayHoldAddress(text)) return
      expect(treeOf(marked, text)).toBe(treeOf(full, text))
      if (!mayHoldGfmMarks(text)) expect(treeOf(plain, text)).toBe(treeOf(full, text))
    }),
    { numRuns: 1_500 },
  )
})
