import { cp, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createChecker } from '../../app/cases/checker.server.ts'
import type { Checker } from '../../app/cases/checker.server.ts'
import { createLibrary } from '../../app/cases/library.server.ts'
import { publishContent } from '../../app/cases/publish.server.ts'
import type { Published } from '../../app/cases/publish.server.ts'
import { watchContent } from '../../app/cases/watch.server.ts'
import { openDatabase } from '../../app/data/database.server.ts'
import type { Database as Connections } from '../../app/data/database.server.ts'
import { aCaseSource } from '../fixtures/case-makers.ts'
import { withOwnDatabase } from '../setup/own-database.ts'
import { PROVIDER, fileOf } from '../setup/test-database.ts'

let folder: string
let url: string
let db: Connections
let checker: Checker

withOwnDatabase((own) => {
  ;({ folder, url, db } = own)
})

beforeEach(() => {
  checker = createChecker()
})

afterEach(() => checker.close())

const NOW = new Date('2026-11-02T08:00:00Z')

function tools() {
  return { db, checker, now: () => NOW }
}

async function write(slug: string, source: string | Uint8Array): Promise<string> {
  const file = path.join(folder, 'content', 'cases', slug, 'index.mdx')
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, source)
  return file
}

async function publish(): Promise<Array<Published>> {
  return publishContent(path.join(folder, 'content'), tools(), () => {})
}

/** Unscored, so that the rules of measurement have nothing to say about so small a case. */
function titled(title: string): string {
  const source = aCaseSource({ frontMatter: { title } })
  return source.replace(/ (execution|influence)=(\{\d\}|"[a-z-]+")/g, '')
}

test('a changed file becomes a new version; the old one is kept as it was', async () => {
  await write('monday', titled('First'))
  expect((await publish()).map(({ outcome }) => outcome)).toEqual(['published'])
  const library = createLibrary(db)
  const first = await library.findServed('monday')
  await write('monday', titled('Second'))
  expect((await publish()).map(({ outcome }) => outcome)).toEqual(['published'])
  expect((await library.findServed('monday'))?.case.title).toBe('Second')
  expect((await library.findVersion(first?.hash ?? ''))?.case.title).toBe('First')
})

test('two processes that start with the same files put each into service once', async () => {
  await write('monday', titled('First'))
  await write('tuesday', titled('Second'))
  const other = await openDatabase(url)
  const content = path.join(folder, 'content')
  const published = await Promise.all(
    [db, other].map((database) => publishContent(content, { ...tools(), db: database }, () => {})),
  )
  await other.close()
  const outcomes = published.flat().map(({ slug, outcome }) => `${slug} ${outcome}`)
  expect(outcomes.toSorted()).toEqual(['monday known', 'monday published', 'tuesday known', 'tuesday published'])
  expect(await db.read.publication.count()).toBe(2)
})

test('publishing what was in service before does nothing, so an older file does not come back by a restart', async () => {
  await write('monday', titled('First'))
  await publish()
  await write('monday', titled('Second'))
  await publish()
  await write('monday', titled('First'))
  expect((await publish()).map(({ outcome }) => outcome)).toEqual(['known'])
  expect((await createLibrary(db).findServed('monday'))?.case.title).toBe('Second')
})

test('a broken file is refused with line and column, and the last good version stays in service', async () => {
  await write('monday', titled('Good'))
  await publish()
  await write('monday', titled('Good').replace('goto="end"', 'goto="nowhere"'))
  const [refused] = await publish()
  expect(refused).toMatchObject({
    outcome: 'refused',
    problems: [{ rule: 'choice/unknown-target', severity: 'error' }],
  })
  expect((await createLibrary(db).findServed('monday'))?.case.title).toBe('Good')
})

test('what another process publishes while a file is checked is not published twice', async () => {
  await write('six-days', titled('Six days'))
  const other: Checker = {
    ...checker,
    check: async (...asked) => {
      await publish()
      return checker.check(...asked)
    },
  }
  const [late] = await publishContent(path.join(folder, 'content'), { ...tools(), checker: other }, () => {})
  expect(late?.outcome).toBe('known')
  expect(await db.read.publication.count({ where: { slug: 'six-days' } })).toBe(1)
})

test('one broken file does not keep the others from being published', async () => {
  await write('broken', 'no front matter')
  await write('good', titled('Good'))
  await symlink('/etc', path.join(folder, 'content', 'cases', 'linked'))
  await mkdir(path.join(folder, 'content', 'cases', 'empty'))
  const outcomes = (await publish()).map(({ slug, outcome }) => [slug, outcome])
  expect(outcomes).toContainEqual(['broken', 'refused'])
  expect(outcomes).toContainEqual(['good', 'published'])
})

test.each<[string, Uint8Array, string]>([
  ['huge', new Uint8Array(5_000_000).fill(42), 'mdx/too-large'],
  ['binary', new Uint8Array([0, 1, 2, 0]), 'mdx/encoding'],
  ['not UTF-8', new Uint8Array([0x2d, 0x2d, 0x2d, 0xff, 0xfe]), 'mdx/encoding'],
  ['hostile front matter', new TextEncoder().encode('---js\n{ title: process.exit(7) }\n---\n'), 'frontmatter/invalid'],
])('a file that is %s is a problem, and nothing of it runs', async (_name, source, rule) => {
  await write('monday', source)
  const [refused] = await publish()
  expect(refused?.outcome).toBe('refused')
  expect(refused?.problems.map((problem) => problem.rule)).toContain(rule)
})

test('published pictures are kept with their version and served as they were', async () => {
  const file = await write('monday', '')
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )
  await writeFile(path.join(path.dirname(file), 'rota.png'), png)
  const scene =
    '<Scene id="a">\n\n<Figure src="rota.png" alt="The rota" />\n\n<Ending id="e" outcome="mixed">\nDone.\n</Ending>\n</Scene>\n'
  await write('monday', aCaseSource({ scenes: scene }))
  const [published] = await publish()
  expect(published).toMatchObject({ outcome: 'published' })
  const version = await createLibrary(db).findServed('monday')
  const kept = await db.read.caseImage.findFirst()
  expect(kept).toMatchObject({ hash: version?.hash, src: 'rota.png', type: 'image/png' })
  expect(Buffer.from(kept?.bytes ?? [])).toEqual(png)
  expect(JSON.stringify(version?.html['a']?.prose)).toContain(`/images/${version?.hash}/rota.png`)
})

test('text that looks like code or markup reaches the page as text', async () => {
  const scene =
    '<Scene id="a">\n\nWrite `{process.exit(1)}`, 1 &lt; 2, "<x-part n="0">"&#39; and \\{x\\}.\n\n<Ending id="e" outcome="mixed">\nDone.\n</Ending>\n</Scene>\n'
  await write('monday', aCaseSource({ scenes: scene.replace('"<x-part n="0">"', '`<x-part n="0">`') }))
  expect(await publish()).toMatchObject([{ outcome: 'published' }])
  const html = (await createLibrary(db).findServed('monday'))?.html['a']?.prose
  expect(html).toEqual([
    '<p>Write <code>{process.exit(1)}</code>, 1 &lt; 2, <code>&lt;x-part n=&quot;0&quot;&gt;</code>&#x27; and {x}.</p>',
  ])
})

test('what another version of the compiler made is made anew from the version’s own source', async () => {
  await write('monday', titled('Kept'))
  await publish()
  await db.write((tx) => tx.compiled.updateMany({ data: { compiler: 'another', json: 'nonsense' } }))
  expect((await createLibrary(db).findServed('monday'))?.case.title).toBe('Kept')
})

test('in development a saved file is live within a second', async () => {
  await write('monday', titled('Before'))
  await publish()
  const noted: Array<Published> = []
  const watcher = watchContent(path.join(folder, 'content'), tools(), (published) => noted.push(published))
  await write('monday', titled('After'))
  const startedAt = performance.now()
  while (noted.length === 0 && performance.now() - startedAt < 10_000)
    await new Promise((resolve) => setTimeout(resolve, 20))
  expect(noted.map(({ outcome }) => outcome)).toEqual(['published'])
  expect((await createLibrary(db).findServed('monday'))?.case.title).toBe('After')
  watcher.close()
})

test('the shipped cases are published without a problem', async () => {
  await cp('content', path.join(folder, 'content'), { recursive: true })
  for (const { slug, outcome, problems } of await publish())
    expect([slug, outcome, problems]).toEqual([slug, 'published', []])
  await rm(path.join(folder, 'content'), { recursive: true })
  if (PROVIDER === 'sqlite') expect(await readFile(fileOf(url))).not.toHaveLength(0)
})
