import { expect, test } from 'vitest'
import { aPlan, commitmentOf, dayAfter, keepPlan } from '../setup/plans.ts'
import { withOwnServer } from '../setup/own-server.ts'
import type { TestServer } from '../setup/server.ts'
import { aVisitor } from '../setup/visitor.ts'
import type { Visitor } from '../setup/visitor.ts'

let server: TestServer
withOwnServer((started) => {
  server = started
})

async function aCommitment(days = 14): Promise<{ visitor: Visitor; attempt: string; commitment: string }> {
  const visitor = aVisitor(server.url)
  const attempt = await keepPlan(visitor, aPlan({ dueOn: dayAfter(days) }))
  return { visitor, attempt, commitment: commitmentOf(attempt) }
}

test('somebody else’s commitment does not exist, to read, to answer, to change or to delete', async () => {
  const { visitor, commitment } = await aCommitment()
  const stranger = aVisitor(server.url)
  await stranger.post('/cases/almost-done', {})
  for (const other of [stranger, aVisitor(server.url)]) {
    const { status, text } = await other.get(commitment)
    expect([status, text.includes('belt')]).toEqual([404, false])
    for (const form of [
      { intent: 'look-back', result: 'done' },
      { intent: 'commit', ...aPlan({ will: 'nothing', dueOn: dayAfter(3) }) },
      { intent: 'delete' },
    ]) {
      expect((await other.post(commitment, form)).status).toBe(404)
    }
  }
  const home = await visitor.get('/home')
  expect(home.text).toContain('ask the lane first')
  expect(home.text).toContain('Plans still to come')
  expect((await stranger.get('/home')).text).not.toContain('ask the lane first')
})

test('before its day a commitment asks nothing, but the learner may look back now', async () => {
  const { visitor, commitment } = await aCommitment()
  expect((await visitor.get('/home')).text).not.toContain('What became of it?')
  expect((await visitor.get(commitment)).text).toContain('What became of it?')
  const answer = { intent: 'look-back', result: 'partly', happened: 'She said  <b>no</b>\nat first.' }
  expect(await visitor.post(commitment, answer)).toMatchObject({ status: 303, location: '/home?notice=looked-back' })
  const { text } = await visitor.get('/home')
  expect(text).toContain('What you have tried')
  expect(text).toContain('She said  &lt;b&gt;no&lt;/b&gt;\nat first.')
})

test('on its day it asks at home, is answered once, and the answer can be changed', async () => {
  const { visitor, commitment } = await aCommitment(0)
  expect((await visitor.get('/home')).text).toContain('A plan of yours has come back.')
  await visitor.post(commitment, { intent: 'look-back', result: 'done', happened: 'It worked.' })
  expect((await visitor.get('/home')).text).not.toContain('A plan of yours has come back.')
  const { text } = await visitor.get(commitment)
  expect(text).toContain('Change your answer')
  expect(text).toContain('It worked.')
  await visitor.post(commitment, { intent: 'look-back', result: 'not', happened: 'It did not last.' })
  const home = (await visitor.get('/home')).text
  expect(home).toContain('It did not last.')
  expect(home).toContain('Not this time')
  expect(home).not.toContain('It worked.')
})

test('what did not happen can have another day, and comes back then with what was written', async () => {
  const { visitor, commitment } = await aCommitment(0)
  const moved = { intent: 'look-back', result: 'not', happened: 'No belt stopped.', anotherDay: dayAfter(9) }
  expect(await visitor.post(commitment, moved)).toMatchObject({ status: 303, location: '/home?notice=moved' })
  const { text } = await visitor.get('/home')
  expect(text).toContain('Plans still to come')
  expect(text).toContain('No belt stopped.')
  expect(text).not.toContain('What became of it?')
})

test.each<[string, Record<string, string>, number, string]>([
  ['without a mark', { intent: 'look-back', happened: 'Typed text' }, 422, 'Mark what became of it.'],
  ['with a mark that is not there', { intent: 'look-back', result: 'great', happened: 'x' }, 400, 'could not be read'],
  ['with a field that no page has', { intent: 'look-back', result: 'done', score: '4' }, 400, 'could not be read'],
  [
    'with a text that is too long',
    { intent: 'look-back', result: 'done', happened: 'Typed text'.repeat(201) },
    422,
    'Keep it to 2,000 characters; this is 2,010.',
  ],
  [
    'with another day in the past',
    { intent: 'look-back', result: 'not', happened: 'Typed text', anotherDay: dayAfter(-3) },
    422,
    'That day has passed. Choose one to look back on.',
  ],
  [
    'with another day that is none',
    { intent: 'look-back', result: 'not', happened: 'Typed text', anotherDay: '2027-02-30' },
    422,
    'Give a day.',
  ],
  [
    'that changes it to a day in the past',
    { intent: 'commit', ...aPlan({ when: 'Typed text', dueOn: dayAfter(-3) }) },
    422,
    'That day has passed. Choose one to look back on.',
  ],
  ['with another intent', { intent: 'share' }, 400, 'could not be read'],
])('a form %s keeps nothing, is answered clearly and keeps what was typed', async (_, form, status, text) => {
  const { visitor, commitment } = await aCommitment(0)
  const answer = await visitor.post(commitment, form)
  expect([answer.status, answer.text]).toEqual([status, expect.stringContaining(text)])
  if (status === 422) expect(answer.text).toContain('Typed text')
  expect((await visitor.get('/home')).text).toContain('A plan of yours has come back.')
})

test('the words of a commitment whose day has passed can be changed without giving it another', async () => {
  const { visitor, commitment } = await aCommitment(0)
  const dueOn = dayAfter(0)
  await server.advance(3 * 86_400_000)
  const changed = { intent: 'commit', ...aPlan({ will: 'ask twice', dueOn }) }
  expect(await visitor.post(commitment, changed)).toMatchObject({ status: 303, location: '/home?notice=changed' })
  const { text } = await visitor.get('/home')
  expect(text).toContain('ask twice')
  expect(text).toContain('A plan of yours has come back.')
})

test('a commitment that is looked back on asks again once its debrief gives it another day, and not for other words', async () => {
  const { visitor, attempt, commitment } = await aCommitment(5)
  await visitor.post(commitment, { intent: 'look-back', result: 'done' })
  const debrief = `${attempt}/debrief`
  await visitor.post(debrief, { intent: 'commit', ...aPlan({ will: 'ask twice', dueOn: dayAfter(5) }) })
  expect((await visitor.get(commitment)).text).toContain('Change your answer')
  await visitor.post(debrief, { intent: 'commit', ...aPlan({ dueOn: dayAfter(6) }) })
  expect((await visitor.get(commitment)).text).not.toContain('Change your answer')
})

test('a deleted commitment is gone from home, and its debrief offers an empty form', async () => {
  const { visitor, attempt, commitment } = await aCommitment()
  expect(await visitor.post(commitment, { intent: 'delete' })).toMatchObject({ location: '/home?notice=deleted' })
  expect((await visitor.get('/home')).text).not.toContain('ask the lane first')
  expect((await visitor.get(commitment)).status).toBe(404)
  expect((await visitor.get(`${attempt}/debrief`)).text).toContain('Keep this plan')
})

test('home names no scene of an attempt that was not yet on screen', async () => {
  const visitor = aVisitor(server.url)
  await visitor.post('/cases/the-2240-trailer', {})
  const { text } = await visitor.get('/home')
  expect(text).toContain('Nothing is decided yet.')
  expect(text).not.toContain('You stopped at')
})
