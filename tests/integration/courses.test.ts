import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createSessions } from '../../app/account/session.server.ts'
import { createCourses } from '../../app/cases/courses.server.ts'
import { readGuide } from '../../app/cases/guide.server.ts'
import { createLibrary } from '../../app/cases/library.server.ts'
import { findCompletion } from '../../app/course/completion.server.ts'
import { courseCard } from '../../app/course/course-card.server.ts'
import { openDatabase } from '../../app/data/database.server.ts'
import type { CourseServices } from '../../app/course/standing.server.ts'
import { aCaseSource } from '../fixtures/case-makers.ts'
import { aCourseSource } from '../fixtures/course-makers.ts'
import type { CourseParts } from '../fixtures/course-makers.ts'
import { startTestServer, temporaryFolder } from '../setup/server.ts'
import type { TestServer } from '../setup/server.ts'
import { movableClock } from '../setup/test-clock.ts'
import { aVisitor, decisionForm, readDecision, startCase } from '../setup/visitor.ts'
import type { Visitor } from '../setup/visitor.ts'

let folder: string
let removeFolder: () => Promise<void>
let server: TestServer

const MODULES = ['{ title: One, why: First., cases: [monday] }', '{ title: Two, why: Then., cases: [tuesday] }']
const EVERYTHING = '[lens-before, lens-after, all-cases, reflections, plan]'
const LONG =
  'I wanted to say yes at once because everybody looked at me. Next time I ask for an hour, talk to the two who would have to carry it, and only then give an answer.'

beforeAll(async () => {
  const made = await temporaryFolder()
  folder = made.folder
  removeFolder = made.remove
  await writeCase('monday', 'Monday as it was')
  await writeCase('tuesday', 'Tuesday')
  await writeCourse({})
  server = await startTestServer({ folder, content: contentFolder() })
})

afterAll(async () => {
  await server.stop()
  await removeFolder()
})

function contentFolder(): string {
  return path.join(folder, 'content')
}

/** One unscored decision, and an ending with a question. */
function writeCase(slug: string, title: string): Promise<void> {
  const source = aCaseSource({ frontMatter: { title } })
    .replace(/ (execution|influence)=(\{\d\}|"[a-z-]+")/g, '')
    .replace('The week goes on.', 'The week goes on.\n\n<Reflect>What was hard?</Reflect>')
  return write('cases', slug, source)
}

function writeCourse(parts: Partial<CourseParts>): Promise<void> {
  return write('courses', 'first', aCourseSource({ modules: MODULES, completion: EVERYTHING, ...parts }))
}

async function write(kind: string, slug: string, source: string): Promise<void> {
  const file = path.join(contentFolder(), kind, slug, 'index.mdx')
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, source)
}

async function restart(): Promise<void> {
  await server.stop()
  server = await startTestServer({ folder, content: contentFolder() })
}

/** Plays to the ending and answers its question; gives the attempt's address. */
async function play(visitor: Visitor, slug: string, answer: string): Promise<string> {
  const attempt = await startCase(visitor, slug)
  await finish(visitor, attempt, answer)
  return attempt
}

async function finish(visitor: Visitor, attempt: string, answer: string): Promise<void> {
  const decision = await readDecision(visitor, attempt)
  if (!decision) throw new Error('Expected an open decision')
  await visitor.post(attempt, decisionForm(decision))
  await server.advance(1_000)
  const kept = await visitor.post(attempt, { intent: 'reflect', 'answer-0': answer })
  expect(kept).toMatchObject({ status: 303, location: `${attempt}/debrief` })
}

function lens(visitor: Visitor): Promise<unknown> {
  return visitor.post('/role?course=first', { 'item-0': '3' })
}

/** What the page offers next, by its button. */
async function nextOn(visitor: Visitor): Promise<string | undefined> {
  const { text } = await visitor.get('/courses/first')
  return /<section class="next[^]*?<a class="button"[^>]*>([^<]*)</.exec(text)?.[1]
}

function planForm(parts: Record<string, string> = {}): Record<string, string> {
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
  return {
    'competency-0': 'trust',
    'decision-0': 'Who leads the rota on Fridays',
    'decideOn-0': day(5),
    'witness-0': 'Ola',
    'competency-1': 'delegation',
    'decision-1': 'What I hand over to Ola',
    'decideOn-1': day(9),
    'witness-1': 'Marisol',
    lookBackOn: day(20),
    ...parts,
  }
}

/** The program's own services on the database of the server under test. */
async function withServices(
  visitor: Visitor,
  ask: (learnerId: string, services: CourseServices) => Promise<void>,
): Promise<void> {
  const db = await openDatabase(server.database)
  const { now } = movableClock()
  const sessions = createSessions({
    db,
    secret: 'a secret that only the tests of this project use',
    now,
    isSecure: () => false,
  })
  const services = {
    db,
    library: createLibrary(db),
    courses: createCourses(db),
    guide: await readGuide(),
  }
  const request = new Request('http://localhost/', { headers: { Cookie: visitor.cookie() } })
  await ask((await sessions.learnerOf(request)) ?? '', services)
  await db.close()
}

test('a learner is led from the lens over every case, its questions and the lens again to the plan and the certificate', async () => {
  const visitor = aVisitor(server.url)
  expect(await nextOn(visitor)).toBe('Answer the role lens')
  await lens(visitor)
  expect(await nextOn(visitor)).toBe('Open the case')
  const attempt = await play(visitor, 'monday', 'Too short.')
  expect(await nextOn(visitor)).toBe('Answer the questions')
  const again = await visitor.get(`${attempt}?reflect=again`)
  expect(again.text).toContain('>Too short.</textarea>')
  expect(again.text).toContain('an answer takes 30 words or more')
  await visitor.post(attempt, { intent: 'reflect', 'answer-0': LONG })
  expect(await nextOn(visitor)).toBe('Open the case')
  const second = await startCase(visitor, 'tuesday')
  expect(await nextOn(visitor)).toBe('Go on from the first scene')
  await finish(visitor, second, LONG)
  expect(await nextOn(visitor)).toBe('Answer the role lens again')
  await withServices(visitor, async (learnerId, services) => {
    expect(await findCompletion(learnerId, 'first', services)).toMatchObject({
      isComplete: false,
      missing: ['Answer the role lens again, now that every case is played.', 'Write the one-page plan.'],
    })
  })
  await server.advance(1_000)
  await lens(visitor)
  expect(await nextOn(visitor)).toBe('Write the plan')
  expect(await visitor.post('/courses/first/plan', planForm())).toMatchObject({ status: 303 })
  expect(await nextOn(visitor)).toBe('Get the certificate')
  await withServices(visitor, async (learnerId, services) => {
    expect(await findCompletion(learnerId, 'first', services)).toMatchObject({
      isComplete: true,
      missing: [],
      course: { slug: 'first', title: 'A course', hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
      cases: [
        { slug: 'monday', title: 'Monday as it was', level: 'First-line manager' },
        { slug: 'tuesday', title: 'Tuesday', level: 'First-line manager' },
      ],
      minutes: 10,
    })
    expect(await courseCard(learnerId, services)).toMatchObject({
      title: 'A course',
      howFar: '2 of 2 cases played to an ending',
      next: { to: '/courses/first/certificate' },
    })
    expect(await findCompletion(learnerId, 'nowhere', services)).toBeNull()
  })
})

test('one learner’s progress and plan are nothing to another, and a visitor has none', async () => {
  const visitor = aVisitor(server.url)
  await lens(visitor)
  await visitor.post('/courses/first/plan', planForm({ 'witness-0': 'Somebody Unmistakable' }))
  expect((await visitor.get('/courses/first/plan')).text).toContain('Somebody Unmistakable')
  const other = aVisitor(server.url)
  await lens(other)
  expect((await other.get('/courses/first/plan')).text).not.toContain('Somebody Unmistakable')
  const nobody = aVisitor(server.url)
  expect(await nobody.get('/courses/first/plan')).toMatchObject({ status: 302, location: '/courses/first' })
  expect((await nobody.post('/courses/first/plan', planForm())).status).toBe(404)
  expect((await nobody.get('/courses/first')).text).not.toContain('played to an ending</span></p>')
})

test('a plan that is not right is kept as typed and explained, and nothing of it is stored', async () => {
  const visitor = aVisitor(server.url)
  await lens(visitor)
  const sent = await visitor.post('/courses/first/plan', planForm({ 'decideOn-0': '2020-01-01', 'witness-1': '' }))
  expect(sent.status).toBe(422)
  expect(sent.text).toContain('2 things are not right yet.')
  expect(sent.text).toContain('That day has passed. Choose one within the next fourteen days.')
  expect(sent.text).toContain('value="2020-01-01"')
  expect(sent.text).toContain('Who leads the rota on Fridays')
  expect((await visitor.get('/courses/first/plan')).text).not.toContain('Who leads the rota on Fridays')
  expect((await visitor.post('/courses/first/plan', { 'decision-0': 'x' })).status).toBe(400)
})

test('a plan written again replaces the one before', async () => {
  const visitor = aVisitor(server.url)
  await lens(visitor)
  await visitor.post('/courses/first/plan', planForm())
  await visitor.post('/courses/first/plan', planForm({ 'decision-0': 'Who writes the minutes' }))
  const { text } = await visitor.get('/courses/first/plan')
  expect(text).toContain('Who writes the minutes')
  expect(text).not.toContain('Who leads the rota on Fridays')
})

test.each(['/courses/nowhere', '/courses/nowhere/plan', '/role?course=nowhere'])('%s is not there', async (address) => {
  expect((await aVisitor(server.url).get(address)).status).toBe(404)
})

describe('what changes under a learner', () => {
  test('a case that was edited is finished in the version begun, and counts; the course shows the one in service', async () => {
    const visitor = aVisitor(server.url)
    await lens(visitor)
    const attempt = await startCase(visitor, 'monday')
    await writeCase('monday', 'Monday as it is now')
    await restart()
    const player = aVisitor(server.url)
    const cookie = { Cookie: visitor.cookie() }
    expect((await player.get(attempt, cookie)).text).toContain('Monday as it was')
    const resumed = withCookie(player, visitor.cookie())
    await finish(resumed, attempt, LONG)
    const { text } = await resumed.get('/courses/first')
    expect(text).toContain('1 of 2 cases played to an ending')
    expect(text).toContain('Monday as it is now')
  })

  test('a course that was edited counts what is done in it, and asks for what is new', async () => {
    const visitor = aVisitor(server.url)
    await lens(visitor)
    await play(visitor, 'monday', LONG)
    await writeCourse({ title: 'The other way round', modules: MODULES.toReversed() })
    await restart()
    const { text } = await withCookie(aVisitor(server.url), visitor.cookie()).get('/courses/first')
    expect(text).toContain('The other way round')
    expect(text).toContain('1 of 2 cases played to an ending')
    expect(text).toContain('href="/cases/tuesday">Open the case')
  })

  test('a case that was taken out of the library is told plainly, and what waits for it says so', async () => {
    const visitor = aVisitor(server.url)
    await lens(visitor)
    const db = await openDatabase(server.database)
    await db.write((tx) => tx.publication.deleteMany({ where: { slug: 'tuesday' } }))
    await db.close()
    const { status, text } = await visitor.get('/courses/first')
    expect(status).toBe(200)
    expect(text).toContain('Not in the library at the moment')
    expect(text).toContain('Nothing you have done is lost; look in again later.')
    expect(await nextOn(visitor)).toBeUndefined()
  })
})

test('one course is gone to at once, of several there is a list, and without any that is said', async () => {
  const visitor = aVisitor(server.url)
  expect(await visitor.get('/courses')).toMatchObject({ status: 302, location: '/courses/first' })
  await write('courses', 'second', aCourseSource({ title: 'Another', modules: [MODULES[0] ?? ''] }))
  await restart()
  const two = await aVisitor(server.url).get('/courses')
  expect(two.text).toMatch(/href="\/courses\/first"[^]*href="\/courses\/second">Another/)
  const db = await openDatabase(server.database)
  await db.write((tx) => tx.courseVersion.deleteMany())
  await db.close()
  expect((await aVisitor(server.url).get('/courses')).text).toContain('There is no course here yet.')
})

/** Goes on in another browser with the cookie of the first: the server's address changes when it starts again. */
function withCookie(visitor: Visitor, cookie: string): Visitor {
  return {
    ...visitor,
    get: (address, headers = {}) => visitor.get(address, { Cookie: cookie, ...headers }),
    post: (address, form, headers = {}) => visitor.post(address, form, { Cookie: cookie, ...headers }),
  }
}
