import { expect, test } from 'vitest'
import { aCase } from '../../tests/fixtures/case-makers.ts'
import { countWords, plainText } from './text.ts'

/** The plain text of Markdown as it stands in a scene. */
function plainTextOf(markdown: string): string {
  const scenes = `<Scene id="a">\n\n${markdown}\n\n<Ending id="e" outcome="poor">\nDone.\n</Ending>\n</Scene>\n`
  const [block] = aCase({ scenes }).scenes[0]?.prose ?? []
  return block?.kind === 'markdown' ? plainText(block.nodes) : ''
}

test.each([
  ['One *two* **three** `four`.', 'One two three four.'],
  ['One\ntwo  \nthree', 'One two three'],
  ['One {/* note */} two', 'One two'],
  ['One\n\ntwo', 'One\ntwo'],
  ['### One\n\n- two\n- three\n\n  four', 'One\ntwo\nthree\nfour'],
  ['> One\n\n~~~\ntwo\nthree\n~~~', 'One\ntwo\nthree'],
  ['| a | b |\n|---|---|\n| 1 | 2 |', 'a b\n1 2'],
  ['[One](https://example.org) ![two](a.png)', 'One two'],
  ['[One][a] ![two][b]\n\n[a]: https://example.org\n[b]: a.png', 'One two'],
  ['One &amp; two', 'One & two'],
  ['---', ''],
])('the plain text of %j is %j', (markdown, text) => {
  expect(plainTextOf(markdown)).toBe(text)
})

test.each([
  ['', 0],
  ['  ', 0],
  ['One', 1],
  ['Don’t stop, two-thirds are in – 8 of 12.', 8],
  ['one\ntwo', 2],
])('%j has %i words', (text, count) => {
  expect(countWords(text)).toBe(count)
})
