import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeFonts } from './fonts.ts'

type Rule = { face: string; file: string; points: Set<number> }

let cache = ''
let folder = ''
let rules: Array<Rule> = []

beforeAll(async () => {
  cache = await mkdtemp(path.join(tmpdir(), 'fonts-'))
  folder = await makeFonts(cache)
  rules = readRules(await readFile(path.join(folder, 'fonts.css'), 'utf8'))
}, 120_000)
afterAll(() => rm(cache, { recursive: true, force: true }))

test('each rule has its file, a compressed font', async () => {
  for (const { file } of rules) {
    expect((await readFile(path.join(folder, file))).subarray(0, 4).toString()).toBe('wOF2')
  }
})

test.each([
  ['Source Serif 4 normal', 'source-serif-4'],
  ['Source Serif 4 italic', 'source-serif-4'],
  ['Inter normal', 'inter'],
])('every Latin letter of %s is in a file, and those of English in the first alone', async (face, from) => {
  const own = rules.filter((rule) => rule.face === face)
  const [basic, ...others] = own.map(({ points }) => points)
  const manifest = await readFile(`node_modules/@fontsource-variable/${from}/unicode.json`, 'utf8')
  const latin = pointsIn(/"latin": "([^"]+)"/.exec(manifest)?.[1] ?? '')
  expect(latin.length).toBeGreaterThan(300)
  expect(latin.filter((point) => hasShape(point) && !own.some(({ points }) => points.has(point)))).toEqual([])
  expect([...(basic ?? [])].filter((point) => others.some((points) => points.has(point)))).toEqual([])
})

test('the first case is read with one file a face', async () => {
  const basic = rules.filter(({ file }) => file.endsWith('-basic.woff2'))
  const letters = new Set(await readFile('content/cases/the-2240-trailer/index.mdx', 'utf8'))
  const points = [...letters].map((letter) => letter.codePointAt(0) ?? 0).filter(hasShape)
  for (const rule of basic) expect(points.filter((point) => !rule.points.has(point))).toEqual([])
  expect(basic).toHaveLength(3)
})

test('what is there is not made again', async () => {
  const sheet = path.join(folder, 'fonts.css')
  const before = await readFile(sheet)
  expect(await makeFonts(cache)).toBe(folder)
  expect(existsSync(sheet) && (await readFile(sheet)).equals(before)).toBe(true)
})

function readRules(sheet: string): Array<Rule> {
  return sheet.split('@font-face').flatMap((text) => {
    const [, family = '', style = '', file = '', range = ''] =
      /font-family: '([^']+)';\s+font-style: (\w+);[^]+url\('\.\/([^']+)'\)[^]+unicode-range: ([^;]+);/.exec(text) ?? []
    return family === '' ? [] : [{ face: `${family} ${style}`, file, points: new Set(pointsIn(range)) }]
  })
}

function pointsIn(range: string): Array<number> {
  return range.split(',').flatMap((part) => {
    const [first = 0, last = first] = part
      .trim()
      .replace('U+', '')
      .split('-')
      .map((digits) => Number.parseInt(digits, 16))
    return Array.from({ length: last - first + 1 }, (_, n) => first + n)
  })
}

function hasShape(point: number): boolean {
  return point >= 0x20 && !(point >= 0x7f && point < 0xa0)
}
