import { afterEach, expect, test, vi } from 'vitest'
import { orStay } from './unsent.ts'

const ATTEMPT = 'https://casewright.example/attempts/1'

afterEach(() => vi.unstubAllGlobals())

/** A form sent to an attempt from the page at `pathname`. */
function sent(send: () => Promise<unknown>, { pathname = '/attempts/1', signal = new AbortController().signal } = {}) {
  vi.stubGlobal('window', { location: { pathname } })
  return orStay(new Request(ATTEMPT, { method: 'POST', signal }), send)
}

const broken = () => Promise.reject(new TypeError('Failed to fetch'))

test('an answer is passed on', async () => {
  expect(await sent(async () => 'kept')).toBe('kept')
})

test('where no answer comes nothing is loaded anew', async () => {
  const stayed = await sent(broken)
  expect(stayed).toMatchObject({ status: 503 })
  expect(await (stayed as Response).json()).toBeNull()
})

test.each([
  ['a refusal', () => Promise.reject({ status: 404, data: null }), {}],
  ['a redirect', () => Promise.reject(new Response(null, { status: 303 })), {}],
  ['a failure of a form that leads to another page', broken, { pathname: '/home' }],
  ['a form that another one broke off', broken, { signal: AbortSignal.abort() }],
])('%s is thrown on', async (_, send, parts) => {
  await expect(sent(send, parts)).rejects.toBeDefined()
})
