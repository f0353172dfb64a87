import { expect, test } from 'vitest'
import { readImagePath } from './images.ts'
import { startReport } from './report.ts'

function rulesOf(source: string, images: ReadonlySet<string> | null = null): Array<string> {
  const { report, problems } = startReport()
  const context = { report, images, variables: null, faulty: new Set<object>(), mentions: [] }
  readImagePath(source, { line: 1, column: 1 }, context)
  return problems.map(({ rule }) => rule)
}

const IN_FOLDER = [
  'a.png',
  './a.png',
  'img/a.jpg',
  'a.jpeg',
  'a.webp',
  'a.gif',
  'a.avif',
  'A.PNG',
  'der Plan (2).png',
  'é.png',
]

const OUTSIDE = [
  '../a.png',
  'img/../a.png',
  'img/./a.png',
  '..\\a.png',
  'img\\a.png',
  '/a.png',
  '//example.org/a.png',
  'https://example.org/a.png',
  'c:a.png',
  'data:image/png;base64,a.png',
  '%2e%2e/a.png',
  'a%2fb.png',
  'a.png?b',
  'a.svg#b.png',
  'a\u0000.png',
  'img//a.png',
  '.git/a.png',
  '.a.png',
  './/a.png',
]

const OTHER_FORMATS = ['a.svg', 'a', 'a.png.html', 'png', 'a.pdf']

test.each(IN_FOLDER)('%j is an image in the folder of the case', (source) => {
  expect(rulesOf(source)).toEqual([])
})

test.each([...OUTSIDE, ...OTHER_FORMATS])('%j is refused', (source) => {
  expect(rulesOf(source)).toEqual(['mdx/unsafe-url'])
})

test('an image that is not there is reported, under the exact name', () => {
  expect(rulesOf('./img/a.png', new Set(['img/a.png']))).toEqual([])
  expect(rulesOf('img/A.png', new Set(['img/a.png']))).toEqual(['mdx/missing-image'])
})
