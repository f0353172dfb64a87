import { expect, test } from 'vitest'
import { withOwnServer } from '../setup/own-server.ts'
import { query } from '../setup/people.ts'
import type { TestServer } from '../setup/server.ts'
import { aVisitor, decisionForm, readDecision, startCase } from '../setup/visitor.ts'

let server: TestServer
withOwnServer((started) => {
  server = started
})

type Row = {
  seq: number
  order: number
  choice: string
  worst: string | null
  readMs: number | null
  exposure: string
  timedOut: number
}

function rowsOf(attempt: string): Array<Row> {
  const sql = `SELECT "seq", "order", "choice", "worst", "readMs", "exposure", "timedOut"
    FROM "Decision" WHERE "attemptId" = ? ORDER BY "seq"`
  return query(server, sql, attempt.split('/').at(-1) ?? '')
}

async function open(attempt: string, visitor: ReturnType<typeof aVisitor>) {
  const decision = await readDecision(visitor, attempt)
  if (!decision) throw new Error('Expected an open decision')
  return decision
}

test('fifty identical posts at once make one row, and each is answered like the first', async () => {
  const visitor = aVisitor(server.url)
  const attempt = await startCase(visitor, 'the-2240-trailer')
  const form = decisionForm(await open(attempt, visitor))
  const answers = await Promise.all(Array.from({ length: 50 }, () => visitor.post(attempt, form)))
  expect(new Set(answers.map(({ status, location }) => `${status} ${location}`))).toEqual(
    new Set([`303 ${attempt}?after=0`]),
  )
  expect(rowsOf(attempt)).toHaveLength(1)
})

test('of fifty different posts at once one is taken, and the others are told where the attempt stands', async () => {
  const visitor = aVisitor(server.url)
  const attempt = await startCase(visitor, 'the-2240-trailer')
  const { seq, options } = await open(attempt, visitor)
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, index) => {
      const best = options[index % options.length] ?? ''
      const worst = options[(index + 1) % options.length] ?? ''
      return visitor.post(attempt, { intent: 'decide', seq, best, worst })
    }),
  )
  const rows = rowsOf(attempt)
  expect(rows).toHaveLength(1)
  const taken = answers.filter(({ location }) => location === `${attempt}?after=0`)
  const told = answers.filter(({ location }) => location === `${attempt}?notice=other`)
  expect(taken.length + told.length).toBe(50)
  expect(taken.length).toBeGreaterThanOrEqual(12)
  expect(told.length).toBeGreaterThanOrEqual(36)
  const page = await visitor.get(`${attempt}?notice=other`)
  expect(page.text).toContain('You had already decided here')
})

test('one learner deciding in two attempts at once gets one unbroken log', async () => {
  const visitor = aVisitor(server.url)
  const attempts = [await startCase(visitor, 'the-2240-trailer'), await startCase(visitor, 'almost-done')]
  for (let round = 0; round < 4; round += 1) {
    const forms = await Promise.all(attempts.map(async (attempt) => decisionForm(await open(attempt, visitor))))
    await Promise.all(attempts.map((attempt, index) => visitor.post(attempt, forms[index] ?? {})))
  }
  const orders = attempts.flatMap((attempt) => rowsOf(attempt).map(({ order }) => order))
  expect(orders.sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
})

test('the reading clock starts when a scene is first requested, and a reload does not start it again', async () => {
  const visitor = aVisitor(server.url)
  const attempt = await startCase(visitor, 'the-2240-trailer')
  await server.advance(60_000)
  await visitor.get(attempt)
  await visitor.post(attempt, decisionForm(await open(attempt, visitor)))
  const [row] = rowsOf(attempt)
  expect(row?.readMs).toBeGreaterThanOrEqual(60_000)
  expect(row?.readMs).toBeLessThan(120_000)
  expect(row?.exposure).toBe('first')
})

test('reading an outcome does not start the clock of the next scene', async () => {
  const visitor = aVisitor(server.url)
  const attempt = await startCase(visitor, 'the-2240-trailer')
  const taken = await visitor.post(attempt, decisionForm(await open(attempt, visitor)))
  await visitor.get(taken.location ?? '')
  await server.advance(3_600_000)
  await visitor.post(attempt, decisionForm(await open(attempt, visitor)))
  expect(rowsOf(attempt)[1]?.readMs).toBeLessThan(60_000)
})

test('an answer faster than anyone reads is logged as rapid', async () => {
  const visitor = aVisitor(server.url)
  const attempt = await startCase(visitor, 'the-2240-trailer')
  await visitor.post(attempt, decisionForm(await open(attempt, visitor)))
  expect(rowsOf(attempt)[0]?.exposure).toBe('rapid')
})

test('in a second attempt a decision met before is seen, also where the first attempt only stood in front of it', async () => {
  const visitor = aVisitor(server.url)
  const first = await startCase(visitor, 'the-2240-trailer')
  await server.advance(600_000)
  await visitor.post(first, decisionForm(await open(first, visitor)))
  await visitor.get(first)
  await server.advance(600_000)
  const again = await visitor.post('/cases/the-2240-trailer', { intent: 'start-again' })
  const second = again.location ?? ''
  expect(second).not.toBe(first)
  await visitor.get(`${second}?after=start`)
  for (let round = 0; round < 3; round += 1) {
    const form = decisionForm(await open(second, visitor))
    await server.advance(600_000)
    await visitor.post(second, form)
  }
  expect(rowsOf(second).map(({ exposure }) => exposure)).toEqual(['seen', 'seen', 'replay-new'])
})

test('starting a case twice leads to the attempt that is under way', async () => {
  const visitor = aVisitor(server.url)
  const first = await visitor.post('/cases/almost-done', {})
  const second = await visitor.post('/cases/almost-done', {})
  expect(second.location).toBe(first.location)
})
