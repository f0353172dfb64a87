import { once } from 'node:events'
import { request } from 'node:http'
import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { startTestServer, temporaryFolder } from '../setup/server.ts'
import { withOwnServer } from '../setup/own-server.ts'
import type { TestServer } from '../setup/server.ts'
import { aVisitor, decisionForm, readDecision, startCase } from '../setup/visitor.ts'

let server: TestServer
withOwnServer((started) => {
  server = started
})

const INSIDE = /Prisma|SQLITE|node_modules|at .*\.(ts|js):\d+|ZodError/

async function aStart() {
  const visitor = aVisitor(server.url)
  const attempt = await startCase(visitor, 'the-2240-trailer')
  const decision = await readDecision(visitor, attempt)
  if (!decision) throw new Error('Expected an open decision')
  return { visitor, attempt, form: decisionForm(decision) }
}

/** Whether the attempt still stands at its first decision. */
async function stands(visitor: ReturnType<typeof aVisitor>, attempt: string): Promise<boolean> {
  return (await readDecision(visitor, attempt))?.seq === '0'
}

test.each<[string, (form: Record<string, string>) => Record<string, string>, number, string]>([
  ['without a choice', ({ intent = '', seq = '' }) => ({ intent, seq }), 422, 'Mark the one you would do.'],
  [
    'without the most harmful option',
    ({ intent = '', seq = '', best = '' }) => ({ intent, seq, best }),
    422,
    'Mark the one that would do most harm.',
  ],
  ['with one option as both', (form) => ({ ...form, worst: form['best'] ?? '' }), 422, 'You marked one option as both'],
  [
    'with an option that is not there',
    (form) => ({ ...form, best: 'no-such-option' }),
    422,
    'That option is not open here',
  ],
  [
    'with an option named after a property of objects',
    (form) => ({ ...form, best: '__proto__' }),
    422,
    'That option is not open here',
  ],
  [
    'with a reason that is too long',
    (form) => ({ ...form, reason: 'x'.repeat(141) }),
    422,
    'Keep it to 140 characters; this is 141.',
  ],
  [
    'without a place',
    ({ intent = '', best = '', worst = '' }) => ({ intent, best, worst }),
    400,
    'This form could not be read',
  ],
  ['with a place that is no number', (form) => ({ ...form, seq: '0x1' }), 400, 'This form could not be read'],
  ['with a field that no page of ours has', (form) => ({ ...form, rating: '4' }), 400, 'This form could not be read'],
  [
    'with a confidence that is not offered',
    (form) => ({ ...form, confidence: 'absolutely' }),
    400,
    'This form could not be read',
  ],
  ['with another intent', (form) => ({ ...form, intent: 'cheat' }), 400, 'This form could not be read'],
])('a form %s changes nothing and is answered clearly', async (_name, change, status, text) => {
  const { visitor, attempt, form } = await aStart()
  const answer = await visitor.post(attempt, change(form))
  expect(answer.status).toBe(status)
  expect(answer.text).toContain(text)
  expect(answer.text).not.toMatch(INSIDE)
  expect(await stands(visitor, attempt)).toBe(true)
})

test('what was marked and typed comes back with the problem', async () => {
  const { visitor, attempt, form } = await aStart()
  const answer = await visitor.post(attempt, {
    ...form,
    worst: form['best'] ?? '',
    confidence: 'certain',
    reason: 'Because of "Lucía" <3',
  })
  expect(answer.text).toMatch(/value="certain"[^>]*checked|checked[^>]*value="certain"/)
  expect(answer.text).toContain('Because of &quot;Lucía&quot; &lt;3')
})

test('a decision for a place that is not yet due changes nothing and says where the attempt stands', async () => {
  const { visitor, attempt, form } = await aStart()
  const answer = await visitor.post(attempt, { ...form, seq: '7' })
  expect(answer).toMatchObject({ status: 303, location: `${attempt}?notice=elsewhere` })
  expect((await visitor.get(answer.location ?? '')).text).toContain('Nothing was changed')
  expect(await stands(visitor, attempt)).toBe(true)
})

test('a field that is sent twice is refused', async () => {
  const { visitor, attempt, form } = await aStart()
  const answer = await visitor.post(attempt, `${new URLSearchParams(form).toString()}&best=${form['worst']}`)
  expect(answer.status).toBe(400)
  expect(await stands(visitor, attempt)).toBe(true)
})

test('a huge form is refused before it is read', async () => {
  const { visitor, attempt } = await aStart()
  expect((await visitor.post(attempt, 'x'.repeat(400_000))).status).toBe(413)
  expect(await stands(visitor, attempt)).toBe(true)
})

test('what is no form is refused', async () => {
  const { visitor, attempt } = await aStart()
  expect((await visitor.post(attempt, '{"intent":"decide"}', { 'Content-Type': 'application/json' })).status).toBe(415)
  expect(
    (await visitor.post(attempt, '--x\r\nbroken', { 'Content-Type': 'multipart/form-data; boundary=x' })).status,
  ).toBe(415)
})

test('another learner’s attempt does not exist for anyone else, to read or to write', async () => {
  const { visitor, attempt, form } = await aStart()
  const stranger = aVisitor(server.url)
  await startCase(stranger, 'the-2240-trailer')
  for (const other of [stranger, aVisitor(server.url)]) {
    for (const address of [attempt, `${attempt}?after=start`, `${attempt}?visit=0`, `${attempt}/debrief`]) {
      const answer = await other.get(address)
      expect(answer.status).toBe(404)
      expect(answer.text).not.toContain('Lane C')
    }
    expect((await other.post(attempt, form)).status).toBe(404)
    expect((await other.post(`${attempt}/debrief`, { intent: 'commit' })).status).toBe(404)
  }
  expect(await stands(visitor, attempt)).toBe(true)
})

test.each([
  '/attempts/no-such-attempt',
  '/attempts/%00',
  '/cases/no-such-case',
  '/cases/__proto__',
  '/images/abc/..%2f..%2fpackage.json',
  '/nowhere',
  '/assets/../../package.json',
  '/assets/none.js',
])('GET %s is a plain 404', async (address) => {
  const answer = await aVisitor(server.url).get(address)
  expect(answer.status).toBe(404)
  expect(answer.text).not.toMatch(INSIDE)
})

test.each([
  '?after=0',
  '?after=3',
  '?after=99999999',
  '?after=-1',
  '?visit=7',
  '?visit=x',
  '?after=start&beat=9',
  '?after=0&beat=0',
])(
  'an address that the log has not reached (%s) leads to where the attempt stands, and shows nothing of it',
  async (query) => {
    const { visitor, attempt } = await aStart()
    const answer = await visitor.get(`${attempt}${query}`)
    expect(answer.status).toBe(302)
    expect(answer.location?.startsWith(attempt)).toBe(true)
  },
)

test('the debrief stays closed until the case has ended and its questions are answered', async () => {
  const { visitor, attempt } = await aStart()
  expect(await visitor.get(`${attempt}/debrief`)).toMatchObject({ status: 302, location: attempt })
  for (let decision = await readDecision(visitor, attempt); decision; decision = await readDecision(visitor, attempt)) {
    await visitor.post(attempt, decisionForm(decision))
  }
  expect(await visitor.get(`${attempt}/debrief`)).toMatchObject({ status: 302, location: attempt })
  const half = await visitor.post(attempt, { intent: 'reflect', 'answer-0': 'I would ask first.', 'answer-1': ' ' })
  expect(half.status).toBe(422)
  expect(half.text).toContain('I would ask first.')
  expect(
    (await visitor.post(attempt, { intent: 'reflect', 'answer-0': 'a', 'answer-1': 'b', 'answer-2': 'c' })).status,
  ).toBe(400)
  const whole = await visitor.post(attempt, {
    intent: 'reflect',
    'answer-0': 'I would ask first.',
    'answer-1': 'And then wait.',
  })
  expect(whole).toMatchObject({ status: 303, location: `${attempt}/debrief` })
  const debrief = await visitor.get(`${attempt}/debrief`)
  expect(debrief.status).toBe(200)
  expect(debrief.text).toContain('And then wait.')
})

test.each(['br', 'gzip', 'identity'])('a page’s style sheet is sent as the browser takes it: %s', async (coding) => {
  const { text: page } = await aVisitor(server.url).get('/')
  const [, sheet = ''] = /href="(\/assets\/index-[^"]+\.css)"/.exec(page) ?? []
  const answer = await fetch(new URL(sheet, server.url), { headers: { 'Accept-Encoding': coding } })
  expect(answer.status).toBe(200)
  expect(answer.headers.get('Content-Encoding')).toBe(coding === 'identity' ? null : coding)
  expect(answer.headers.get('Vary')).toBe('Accept-Encoding')
  expect(answer.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable')
  expect(await answer.text()).toContain('@font-face')
})

test('a form from another site is refused, whichever way the browser tells', async () => {
  const { visitor, attempt, form } = await aStart()
  expect((await visitor.post(attempt, form, { Origin: 'https://evil.example' })).status).toBe(403)
  expect((await visitor.post(attempt, form, { Origin: 'null' })).status).toBe(403)
  expect((await visitor.post(attempt, form, { 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403)
  expect(await stands(visitor, attempt)).toBe(true)
})

test('pages carry a strict content security policy with a nonce of their own, and the usual headers', async () => {
  const visitor = aVisitor(server.url)
  const [first, second] = [await visitor.get('/'), await visitor.get('/')]
  const policy = first.headers.get('Content-Security-Policy') ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toContain('unsafe-')
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1]
  expect(first.text).toContain(`nonce="${nonce}"`)
  expect(second.headers.get('Content-Security-Policy')).not.toContain(nonce)
  for (const [script] of first.text.matchAll(/<script[^>]*>/g)) expect(script).toContain(`nonce="${nonce}"`)
  expect(first.headers.get('Referrer-Policy')).toBe('same-origin')
  expect(first.headers.get('X-Content-Type-Options')).toBe('nosniff')
  expect(first.headers.get('X-Powered-By')).toBeNull()
  expect(first.text).not.toMatch(/ style="/)
})

test('the cookie is HttpOnly and SameSite=Lax, and Secure where the visitor came by HTTPS', async () => {
  const plain = await aVisitor(server.url).post('/cases/almost-done', {})
  expect(plain.headers.get('Set-Cookie')).toMatch(/HttpOnly; SameSite=Lax$/)
  const proxied = await aVisitor(server.url).post('/cases/almost-done', {}, { 'X-Forwarded-Proto': 'https' })
  expect(proxied.headers.get('Set-Cookie')).toMatch(/HttpOnly; Secure; SameSite=Lax$/)
})

test('a cookie that was tampered with opens nothing', async () => {
  const { visitor, attempt } = await aStart()
  const forged = `${visitor.cookie().slice(0, -2)}xx`
  expect((await aVisitor(server.url).get(attempt, { Cookie: forged })).status).toBe(404)
})

test('healthz tells version, database and the cases in service', async () => {
  const answer = await aVisitor(server.url).get('/healthz')
  expect(answer.status).toBe(200)
  expect(JSON.parse(answer.text)).toMatchObject({ status: 'ok', database: 'ok', version: '0.1.0', refused: [] })
  expect(JSON.parse(answer.text).cases).toBeGreaterThanOrEqual(2)
})

test('a stopping server finishes the request under way and takes no new one', async () => {
  const { folder, remove } = await temporaryFolder()
  const stopping = await startTestServer({ folder })
  const visitor = aVisitor(stopping.url)
  const attempt = await startCase(visitor, 'the-2240-trailer')
  const decision = await readDecision(visitor, attempt)
  if (!decision) throw new Error('Expected an open decision')
  const form = new URLSearchParams(decisionForm(decision)).toString()
  const underWay = request(new URL(attempt, stopping.url), {
    method: 'POST',
    headers: {
      Cookie: visitor.cookie(),
      Origin: stopping.url,
      'Content-Type': 'application/x-www-form-urlencoded',
      'Content-Length': form.length,
    },
  })
  underWay.write(form.slice(0, 10))
  await new Promise((resolve) => setTimeout(resolve, 500))
  const stopped = stopping.stop()
  await new Promise((resolve) => setTimeout(resolve, 500))
  await expect(fetch(stopping.url)).rejects.toThrow()
  underWay.end(form.slice(10))
  const [answer]: Array<IncomingMessage> = await once(underWay, 'response')
  expect([answer?.statusCode, answer?.headers.location]).toEqual([303, `${attempt}?after=0#main`])
  answer?.resume()
  await stopped
  expect(stopping.process.exitCode).toBe(0)
  await remove()
})
