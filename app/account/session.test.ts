import { expect, test } from 'vitest'
import { askedOnce } from './session.server.ts'
import type { Sessions } from './session.server.ts'

test('all who ask for a session in one request are answered by one look into the database', async () => {
  let looks = 0
  const sessionOf = () => {
    looks += 1
    return Promise.resolve({ id: 'id', learnerId: 'ada', account: null, seenAt: null })
  }
  const sessions = askedOnce({ sessionOf } as unknown as Sessions)
  const request = new Request('http://127.0.0.1/')
  const [session, learner] = await Promise.all([sessions.sessionOf(request), sessions.learnerOf(request)])
  expect([session?.learnerId, learner, looks]).toEqual(['ada', 'ada', 1])
})
