import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** Every source of the program itself, by its path. */
const SOURCES = ['app', 'machines'].flatMap((room) =>
  readdirSync(room, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|tsx|mjs)$/.test(file) && !/\.test\.tsx?$|\.d\.ts$/.test(file))
    .map((file) => ({ file: `${room}/${file.replaceAll('\\', '/')}`, text: readFileSync(`${room}/${file}`, 'utf8') })),
)

/** The files in which a text stands. */
function filesWith(sign: RegExp): Array<string> {
  return SOURCES.filter(({ text }) => sign.test(text))
    .map(({ file }) => file)
    .sort()
}

/** What stands between the quotes after each call of these. */
function firstArguments(call: RegExp): Set<string> {
  const found = SOURCES.flatMap(({ text }) => [...text.matchAll(call)].map(([, argument = '']) => argument))
  return new Set(found)
}

test('nothing is run that was put together as text', () => {
  expect(SOURCES.length).toBeGreaterThan(500)
  expect(filesWith(/\beval\(|new Function\(|from 'node:vm'|setTimeout\('/)).toEqual([])
})

test('other programs are started in three places, by arguments of their own, and by requests in one: the check process', () => {
  expect(filesWith(/from '(node:)?child_process'/)).toEqual([
    'app/cases/check-process.server.ts',
    'app/start/dev.mjs',
    'app/start/install.mjs',
  ])
  const check = SOURCES.find(({ file }) => file === 'app/cases/check-process.server.ts')
  expect(check?.text).toMatch(/fork\(fileURLToPath\(new URL\('\.\/check-worker\.mjs', import\.meta\.url\)\), \{/)
})

test('HTML is put on a page in one place, which takes that of checked cases alone', () => {
  expect(filesWith(/dangerouslySetInnerHTML=/)).toEqual(['app/components/case-html.tsx'])
  expect(filesWith(/\.innerHTML|\.outerHTML|insertAdjacentHTML|document\.write/)).toEqual([])
})

test('hashes are SHA-256, what is sealed is sealed by AES-256-GCM, and no secret comes from Math.random', () => {
  expect(firstArguments(/createHash\('([^']*)'/g)).toEqual(new Set(['sha256']))
  expect(firstArguments(/createHmac\('([^']*)'/g)).toEqual(new Set(['sha256']))
  expect(firstArguments(/create(?:C|Dec)ipheriv\('([^']*)'/g)).toEqual(new Set(['aes-256-gcm']))
  expect(filesWith(/createHash\([^']|createHmac\([^']|ipheriv\([^']/)).toEqual([])
  expect(filesWith(/Math\.random\(/)).toEqual([])
})

test('no package that the program uses reads XML', () => {
  const { dependencies }: { dependencies: Record<string, string> } = JSON.parse(readFileSync('package.json', 'utf8'))
  expect(Object.keys(dependencies).filter((name) => /xml|sax|soap/i.test(name))).toEqual([])
})
