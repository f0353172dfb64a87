import { expect, test } from 'vitest'
import type { Case } from '../../machines/case/case.ts'
import { playThrough, worksFirst } from '../e2e/learners.ts'
import { readCase } from '../e2e/ways.ts'
import { withOwnServer } from '../setup/own-server.ts'
import type { TestServer } from '../setup/server.ts'
import { aVisitor, decisionForm, readDecision, startCase } from '../setup/visitor.ts'
import type { Visitor } from '../setup/visitor.ts'
import { addressOf, choicesOf, otherWay, readWhatIf } from '../setup/what-ifs.ts'

let server: TestServer
withOwnServer((started) => {
  server = started
})

const SLUG = 'the-2240-trailer'
const FORK = 2

type Debriefed = { visitor: Visitor; attempt: string; source: Case; run: Array<string> }

let debriefed: Promise<Debriefed> | null = null

/** One finished attempt for all tests that only look: a what-if can't change it. */
function aDebriefed(): Promise<Debriefed> {
  debriefed ??= (async () => {
    const visitor = aVisitor(server.url)
    const attempt = await playThrough(visitor, server, SLUG, worksFirst)
    const source = readCase(SLUG)
    return { visitor, attempt, source, run: choicesOf(source, worksFirst) }
  })()
  return debriefed
}

test.each([
  ['an option that is not on offer', `c=no-such-option`, 400, 'there is no option “no-such-option” to choose'],
  ['an option named after a property of objects', 'c=__proto__', 400, 'there is no option “__proto__” to choose'],
  ['a field that no page of ours has', 'rating=4', 400, 'This what-if can’t be read'],
  ['a field that is there twice', 'after=2&after=2', 400, 'This what-if can’t be read'],
  ['a choice that is too long', `c=${'x'.repeat(65)}`, 400, 'This what-if can’t be read'],
  ['no choice where one was sent', `after=${FORK}`, 422, 'Mark the one you would try.'],
])('an address with %s is answered clearly', async (_, query, status, text) => {
  const { visitor, attempt } = await aDebriefed()
  const answer = await visitor.get(`${attempt}/what-if/${FORK}?${query}`)
  expect(answer.status).toBe(status)
  expect(answer.text).toContain(text)
  expect(answer.text).not.toMatch(/Prisma|node_modules|at .*\.(ts|js):\d+|ZodError/)
})

test('more choices than the case takes are told with how many are too many, and the way back to its ending', async () => {
  const { visitor, attempt, source, run } = await aDebriefed()
  const choices = otherWay(source, run, FORK)
  const answer = await visitor.get(addressOf(attempt, FORK, [...choices, 'one', 'two']))
  expect(answer.status).toBe(400)
  expect(answer.text).toContain(`ended with choice ${choices.length} of this address, but there are 2 choices more`)
  expect(answer.text).toContain(`href="${addressOf(attempt, FORK, choices).replaceAll('&', '&amp;')}"`)
})

test('a wrong choice among right ones leads back to where the right ones end', async () => {
  const { visitor, attempt, source, run } = await aDebriefed()
  const [first = ''] = otherWay(source, run, FORK)
  const answer = await visitor.get(addressOf(attempt, FORK, [first, 'nowhere']))
  expect(answer.status).toBe(400)
  expect(answer.text).toContain(`At decision ${FORK + 2}, `)
  expect(answer.text).toContain(`href="${addressOf(attempt, FORK, [first])}"`)
})

test.each(['99', '-1', 'x', '1.5', '999999', '%00'])(
  'there is no what-if from decision %s of an attempt that has none such',
  async (seq) => {
    const { visitor, attempt } = await aDebriefed()
    expect((await visitor.get(`${attempt}/what-if/${seq}`)).status).toBe(404)
  },
)

test('another learner’s what-if does not exist for anyone else', async () => {
  const { attempt } = await aDebriefed()
  const stranger = aVisitor(server.url)
  await startCase(stranger, 'almost-done')
  for (const other of [stranger, aVisitor(server.url)]) {
    const answer = await other.get(`${attempt}/what-if/0`)
    expect(answer.status).toBe(404)
    expect(answer.text).not.toContain('Lane C')
  }
})

test('before its debrief is open an attempt has no what-if, and the way leads to where it stands, with words', async () => {
  const visitor = aVisitor(server.url)
  const attempt = await startCase(visitor, SLUG)
  expect((await visitor.get(`${attempt}/what-if/0`)).status).toBe(404)
  for (let open = await readDecision(visitor, attempt); open; open = await readDecision(visitor, attempt)) {
    await visitor.post(attempt, decisionForm(open))
    const answer = await visitor.get(`${attempt}/what-if/0?c=one-page`)
    expect(answer).toMatchObject({ status: 302, location: `${attempt}?notice=early` })
  }
  expect((await visitor.get(`${attempt}?notice=early`)).text).toContain(
    'Playing on from a decision opens with the debrief',
  )
  await visitor.post(attempt, { intent: 'reflect', 'answer-0': 'The rota.', 'answer-1': 'The rota.' })
  expect((await visitor.get(`${attempt}/what-if/0`)).status).toBe(200)
})

test.each(['visit=40', 'after=9', 'after=2&beat=7', 'after=0&beat=3'])(
  'a page of a what-if that it has not reached (%s) leads to where it stands',
  async (query) => {
    const { visitor, attempt, source, run } = await aDebriefed()
    const [choice = ''] = otherWay(source, run, FORK)
    const address = addressOf(attempt, FORK, [choice])
    expect(await visitor.get(`${address}&${query}`)).toMatchObject({ status: 302, location: `${address}&notice=gone` })
    expect((await visitor.get(`${address}&notice=gone`)).text).toContain('not open to you now')
  },
)

test('two runs are set side by side only once both have ended', async () => {
  const { visitor, attempt, source, run } = await aDebriefed()
  const [choice = ''] = otherWay(source, run, FORK)
  const address = addressOf(attempt, FORK, [choice])
  expect(await visitor.get(`${address}&compare=1`)).toMatchObject({ status: 302, location: address })
})

test('a what-if with the same choices is told to be the same run', async () => {
  const { visitor, attempt, run } = await aDebriefed()
  const compared = await readWhatIf(visitor, addressOf(attempt, FORK, run.slice(FORK), 'compare=1'))
  expect(compared).toContain('You chose as before all the way, so the two runs are the same.')
  expect(compared).not.toContain('Here they part')
})

test('nothing can be sent to a what-if', async () => {
  const { visitor, attempt } = await aDebriefed()
  expect((await visitor.post(`${attempt}/what-if/0`, { intent: 'decide', seq: '0', best: 'one-page' })).status).toBe(
    405,
  )
})
