import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const PAGE = readFileSync('SECURITY.md', 'utf8')

/** The requirements of level 1 of OWASP ASVS 5.0.0: by section, the last part of each number. */
const LEVEL_1: ReadonlyArray<readonly [section: string, ...numbers: ReadonlyArray<number>]> = [
  ['1.2', 1, 2, 3, 4, 5],
  ['1.3', 1, 2],
  ['1.5', 1],
  ['2.1', 1],
  ['2.2', 1, 2],
  ['2.3', 1],
  ['3.2', 1, 2],
  ['3.3', 1],
  ['3.4', 1, 2],
  ['3.5', 1, 2, 3],
  ['4.1', 1],
  ['4.4', 1],
  ['5.2', 1, 2],
  ['5.3', 1, 2],
  ['6.1', 1],
  ['6.2', 1, 2, 3, 4, 5, 6, 7, 8],
  ['6.3', 1, 2],
  ['6.4', 1, 2],
  ['7.2', 1, 2, 3, 4],
  ['7.4', 1, 2],
  ['8.1', 1],
  ['8.2', 1, 2],
  ['8.3', 1],
  ['9.1', 1, 2, 3],
  ['9.2', 1],
  ['10.4', 1, 2, 3, 4, 5],
  ['11.3', 1, 2],
  ['11.4', 1],
  ['12.1', 1],
  ['12.2', 1, 2],
  ['13.4', 1],
  ['14.2', 1],
  ['14.3', 1],
  ['15.1', 1],
  ['15.2', 1],
  ['15.3', 1],
]

const ROWS = [...PAGE.matchAll(/^\| V([\d.]+) \| ([^|]+) \| (.+) \|$/gm)].map(([, number = '', , stands = '']) => {
  return { number, stands }
})

/** Each title of a test that the page names, with the file that is named before it. */
function namedTests(): Array<{ file: string; title: string }> {
  const named = [...PAGE.matchAll(/`([\w./-]+\.(?:test|spec)\.ts)`((?:,? “[^”]+”)*)/g)]
  return named.flatMap(([, file = '', titles = '']) =>
    [...titles.matchAll(/“([^”]+)”/g)].map(([, title = '']) => ({ file, title })),
  )
}

test('every requirement of level 1 stands in the table once, in order', () => {
  const asked = LEVEL_1.flatMap(([section, ...numbers]) => numbers.map((number) => `${section}.${number}`))
  expect(asked).toHaveLength(70)
  expect(ROWS.map(({ number }) => number)).toEqual(asked)
})

test('each row says whether it is met, and names what shows it where that can be shown', () => {
  const bare = ROWS.filter(({ stands }) => /^(Met|In part)\b/.test(stands) && !/`[^`]+\.(test|spec)\.ts`/.test(stands))
  expect(bare.map(({ number }) => number)).toEqual(['15.1.1'])
  for (const { number, stands } of ROWS) expect(stands, number).toMatch(/^(Met|In part|Does not apply|The operator)\b/)
})

test('every file that is named is there, and every title is that of a test in it', () => {
  const files = [...PAGE.matchAll(/`((?:app|machines|tests)\/[^`]+)`/g)].map(([, file = '']) => file)
  expect(files.filter((file) => !existsSync(file))).toEqual([])
  const named = namedTests()
  expect(named.length).toBeGreaterThan(70)
  expect(named.length).toBe(PAGE.match(/“/g)?.length)
  const missing = named.filter(({ file, title }) => !readFileSync(file, 'utf8').includes(`'${title}',`))
  expect(missing).toEqual([])
})
