import { expect, test } from 'vitest'
import { withOwnServer } from '../setup/own-server.ts'
import type { TestServer } from '../setup/server.ts'
import { aVisitor } from '../setup/visitor.ts'

let server: TestServer
withOwnServer((started) => {
  server = started
})

function formOf(answers: ReadonlyArray<number | string>): Record<string, string> {
  return Object.fromEntries(answers.map((answer, item) => [`item-${item}`, String(answer)]))
}

const ALL = (answer: number) => Array.from({ length: 10 }, () => answer)

test('complete answers are kept for a visitor who becomes a guest, and the last ones count', async () => {
  const visitor = aVisitor(server.url)
  expect(await visitor.post('/role', formOf(ALL(5)))).toMatchObject({ status: 303, location: '/role' })
  expect((await visitor.get('/role')).text).toContain('5.0<!-- --> of 5')
  await visitor.post('/role', formOf(ALL(2)))
  const { text } = await visitor.get('/role')
  expect(text).toContain('2.0<!-- --> of 5')
  expect(text).not.toContain('5.0<!-- --> of 5')
})

test('incomplete answers are kept nowhere, not even by making a guest', async () => {
  const visitor = aVisitor(server.url)
  const answer = await visitor.post('/role', { 'item-0': '5' })
  expect(answer.status).toBe(422)
  expect(visitor.cookie()).toBe('')
  expect((await visitor.get('/role')).text).toContain('What does your role ask of you now?')
})

test.each([
  ['an answer out of range', { ...formOf(ALL(3)), 'item-4': '6' }],
  ['an answer that is no number', { ...formOf(ALL(3)), 'item-4': 'often' }],
  ['an item that is not there', { ...formOf(ALL(3)), 'item-10': '3' }],
])('a form with %s is refused', async (_, form) => {
  expect((await aVisitor(server.url).post('/role', form)).status).toBe(400)
})

test('what one learner answered changes nothing for another', async () => {
  await aVisitor(server.url).post('/role', formOf(ALL(5)))
  const { text } = await aVisitor(server.url).get('/profile')
  expect(text).toContain('You have not said what your role asks')
})
