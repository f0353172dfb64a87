import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createChecker } from '../../app/cases/checker.server.ts'
import type { Checker } from '../../app/cases/checker.server.ts'
import { createCourses } from '../../app/cases/courses.server.ts'
import { publishCourses } from '../../app/cases/publish-courses.server.ts'
import type { Published } from '../../app/cases/publish.server.ts'
import { watchContent } from '../../app/cases/watch.server.ts'
import { findImage } from '../../app/data/case-versions.server.ts'
import { saveCourseVersion } from '../../app/data/course-versions.server.ts'
import type { Database } from '../../app/data/database.server.ts'
import { aCourseSource } from '../fixtures/course-makers.ts'
import { steadyCase } from '../fixtures/steady-case.ts'
import { withOwnDatabase } from '../setup/own-database.ts'
import { startTestServer } from '../setup/server.ts'
import { aVisitor } from '../setup/visitor.ts'

let folder: string
let db: Database
let checker: Checker
let now: Date

withOwnDatabase((own) => {
  ;({ folder, db } = own)
})

beforeEach(async () => {
  checker = createChecker()
  now = new Date('2026-11-02T08:00:00Z')
  await write('cases', 'steady', steadyCase())
})

afterEach(() => checker.close())

async function write(kind: 'cases' | 'courses', slug: string, source: string): Promise<void> {
  const file = path.join(folder, 'content', kind, slug, 'index.mdx')
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, source)
}

function tools() {
  return { db, checker, now: () => now }
}

async function outcomes(): Promise<Array<string>> {
  const published = await publishCourses(path.join(folder, 'content'), tools())
  return published.map(({ slug, outcome }) => `${slug} ${outcome}`)
}

async function titleServed(slug: string): Promise<string | undefined> {
  return (await createCourses(db).find(slug))?.course.title
}

const BROKEN = aCourseSource({ title: 'Broken', modules: ['{ title: One, why: First., cases: [nowhere] }'] })

test('a changed course becomes the one in service, and one that was in service before does not come back by a restart', async () => {
  await write('courses', 'first', aCourseSource({ title: 'Old' }))
  expect(await outcomes()).toEqual(['first published'])
  await write('courses', 'first', aCourseSource({ title: 'New' }))
  expect(await outcomes()).toEqual(['first published'])
  expect(await outcomes()).toEqual(['first known'])
  expect(await titleServed('first')).toBe('New')
  await write('courses', 'first', aCourseSource({ title: 'Old' }))
  expect(await outcomes()).toEqual(['first known'])
  expect(await titleServed('first')).toBe('New')
})

test('the newest is in service even where the clock was set back', async () => {
  await write('courses', 'first', aCourseSource({ title: 'Old' }))
  await outcomes()
  now = new Date('2026-10-01T08:00:00Z')
  await write('courses', 'first', aCourseSource({ title: 'New' }))
  await outcomes()
  expect(await titleServed('first')).toBe('New')
})

test('a broken edit is refused with its place, and the last good course stays in service', async () => {
  await write('courses', 'first', aCourseSource({ title: 'Good' }))
  await outcomes()
  await write('courses', 'first', BROKEN)
  const [refused] = await publishCourses(path.join(folder, 'content'), tools())
  expect(refused).toMatchObject({ kind: 'course', outcome: 'refused' })
  expect(refused?.problems).toMatchObject([{ rule: 'course/unknown-case', severity: 'error', line: 6 }])
  expect(await titleServed('first')).toBe('Good')
})

test('a course whose case has an error is refused until the case is mended', async () => {
  await write('cases', 'steady', steadyCase().replace('goto="end"', 'goto="nowhere"'))
  await write('courses', 'first', aCourseSource())
  expect(await outcomes()).toEqual(['first refused'])
  await write('cases', 'steady', steadyCase())
  expect(await outcomes()).toEqual(['first published'])
})

test('one broken course does not keep the others out, and a folder without courses has none', async () => {
  expect(await outcomes()).toEqual([])
  await write('courses', 'a-broken', BROKEN)
  await write('courses', 'b-good', aCourseSource())
  await mkdir(path.join(folder, 'content', 'courses', 'c-empty'))
  expect(await outcomes()).toEqual(['a-broken refused', 'b-good published', 'c-empty refused'])
  expect((await createCourses(db).list()).map(({ slug }) => slug)).toEqual(['b-good'])
})

test('the very text of another course is refused with what to do', async () => {
  await write('courses', 'first', aCourseSource())
  await write('courses', 'second', aCourseSource())
  const [, second] = await publishCourses(path.join(folder, 'content'), tools())
  expect(second).toMatchObject({ outcome: 'refused', problems: [{ hint: 'change its title, for example' }] })
})

test('the body is compiled to HTML, and what looks like code or markup is text in it', async () => {
  await write('courses', 'first', aCourseSource({ body: '### The order\n\nFrom `{1 + 1}` to \\<b>.' }))
  await outcomes()
  const courses = createCourses(db)
  const loaded = await courses.find('first')
  if (!loaded) throw new Error('Expected a course')
  expect(await courses.bodyHtml(loaded)).toBe('<h2>The order</h2><p>From <code>{1 + 1}</code> to &lt;b&gt;.</p>')
})

test('a picture is served as it was when the course was published, whatever the folder holds since', async () => {
  const file = path.join(folder, 'content', 'courses', 'first', 'plan.png')
  const body = '<Figure src="plan.png" alt="Eight weeks" />'
  await write('courses', 'first', aCourseSource({ body }))
  expect(await outcomes()).toEqual(['first refused'])
  await writeFile(file, 'as published')
  expect(await outcomes()).toEqual(['first published'])
  await rm(file)
  const courses = createCourses(db)
  const loaded = await courses.find('first')
  if (!loaded) throw new Error('Expected a course')
  expect(await courses.bodyHtml(loaded)).toContain(`src="/images/${loaded.hash}/plan.png"`)
  const image = await findImage(db.read, loaded.hash, 'plan.png')
  expect(image?.type).toBe('image/png')
  expect(new TextDecoder().decode(image?.bytes)).toBe('as published')
})

test('a version that this program can no longer read leaves the one before it in service', async () => {
  await write('courses', 'first', aCourseSource({ title: 'Readable' }))
  await outcomes()
  const unreadable = { slug: 'first', hash: 'f'.repeat(64), source: aCourseSource({ body: '<Past>' }), images: [], now }
  await db.write((tx) => saveCourseVersion(tx, unreadable))
  await db.write((tx) => saveCourseVersion(tx, { ...unreadable, slug: 'second', hash: 'e'.repeat(64) }))
  const courses = createCourses(db)
  expect((await courses.find('first'))?.course.title).toBe('Readable')
  expect(await courses.find('second')).toBeNull()
  expect((await courses.list()).map(({ slug }) => slug)).toEqual(['first'])
})

test('in development a saved course is live at once, and so is one that waited for a case', async () => {
  await write('courses', 'first', aCourseSource({ title: 'Before' }))
  await write('courses', 'waits', aCourseSource({ modules: ['{ title: One, why: First., cases: [late] }'] }))
  await outcomes()
  const noted: Array<Published> = []
  const watcher = watchContent(path.join(folder, 'content'), tools(), (published) => noted.push(published))
  await write('courses', 'first', aCourseSource({ title: 'After' }))
  await until(() => noted.some(({ slug }) => slug === 'first'))
  expect(await titleServed('first')).toBe('After')
  await write('cases', 'late', steadyCase())
  await until(() => noted.some(({ slug, outcome }) => slug === 'waits' && outcome === 'published'))
  expect(await titleServed('waits')).toBe('A course')
  watcher.close()
})

async function until(isSo: () => boolean): Promise<void> {
  const startedAt = performance.now()
  while (!isSo() && performance.now() - startedAt < 15_000) await new Promise((resolve) => setTimeout(resolve, 20))
  expect(isSo()).toBe(true)
}

test('the server starts with a broken course, serves the last good one and says why in healthz; none at all is no fault', async () => {
  await write('courses', 'first', aCourseSource({ title: 'Good' }))
  const content = path.join(folder, 'content')
  const served = path.join(folder, 'served')
  await mkdir(served)
  const first = await startTestServer({ folder: served, content })
  await first.stop()
  await write('courses', 'first', BROKEN)
  const second = await startTestServer({ folder: served, content })
  const health: unknown = JSON.parse((await aVisitor(second.url).get('/healthz')).text)
  expect(health).toMatchObject({
    status: 'ok',
    courses: 1,
    refused: [{ kind: 'course', slug: 'first', problems: [{ rule: 'course/unknown-case', line: 6 }] }],
  })
  expect((await aVisitor(second.url).get('/role')).text).toContain('It is true 0.')
  await second.stop()
  await rm(path.join(content, 'courses'), { recursive: true })
  const empty = path.join(folder, 'empty')
  await mkdir(empty)
  const third = await startTestServer({ folder: empty, content })
  expect((await aVisitor(third.url).get('/role')).status).toBe(404)
  await third.stop()
})
