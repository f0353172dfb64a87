import { once } from 'node:events'
import { connect } from 'node:net'
import type { Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { faultsInLog } from '../fuzz/judge.ts'
import { withOwnServer } from '../setup/own-server.ts'
import { startTestServer } from '../setup/server.ts'
import type { TestServer } from '../setup/server.ts'
import { aVisitor } from '../setup/visitor.ts'

const BOUNDS = { headMs: 1_000, requestMs: 2_000, silentMs: 1_500, atOnce: 100 }

let server: TestServer
withOwnServer(
  (started) => {
    server = started
  },
  (folder) =>
    startTestServer({ folder, environment: { BOUNDS: JSON.stringify(BOUNDS), TRUSTED_PROXIES: '10.0.0.0/8' } }),
)

/** A connection to the server, and all that came from it by the time it was closed. */
function aConnection(): { socket: Socket; closed: Promise<string> } {
  const { hostname, port } = new URL(server.url)
  const socket = connect(Number(port), hostname)
  const parts: Array<Buffer> = []
  socket.on('data', (part: Buffer) => parts.push(part)).on('error', () => {})
  return { socket, closed: once(socket, 'close').then(() => Buffer.concat(parts).toString()) }
}

/** A form of which the last byte is missing. */
const UNFINISHED = [
  'POST /sign-in HTTP/1.1',
  'Host: learn.example.org',
  'Content-Type: application/x-www-form-urlencoded',
  'Content-Length: 11',
  '',
  'email=a%40',
].join('\r\n')

test.each([
  ['head', 'GET / HTTP/1.1\r\nHost: x\r\nX-Slow: '],
  ['form', UNFINISHED.slice(0, -9)],
])('whoever sends a %s byte by byte is cut off, is told why, and leaves no error in the log', async (_part, begun) => {
  const before = server.output().length
  const startedAt = performance.now()
  const { socket, closed } = aConnection()
  socket.write(begun)
  const trickle = setInterval(() => socket.write('x'), 300)
  const answer = await closed
  clearInterval(trickle)
  expect(answer).toMatch(/^HTTP\/1\.1 408 /)
  expect(performance.now() - startedAt).toBeLessThan(10_000)
  await wait(200)
  expect(faultsInLog(server.output().slice(before))).toEqual([])
})

test('whoever does not read what they asked for is cut off', async () => {
  const { socket, closed } = aConnection()
  socket.pause()
  // Together far more than fits between the two ends, and fewer requests than may be under way.
  socket.write('GET /player.png HTTP/1.1\r\nHost: learn.example.org\r\n\r\n'.repeat(BOUNDS.atOnce - 10))
  await wait(BOUNDS.silentMs * 3)
  socket.resume()
  const read = await closed
  expect(read).not.toContain('HTTP/1.1 503')
  expect(read.split('HTTP/1.1 200').length - 1).toBeLessThan(BOUNDS.atOnce - 10)
})

test('a head that is too large is refused', async () => {
  const { socket, closed } = aConnection()
  socket.write(`GET / HTTP/1.1\r\nHost: learn.example.org\r\nCookie: ${'x'.repeat(17_000)}\r\n\r\n`)
  expect(await closed).toMatch(/^HTTP\/1\.1 431 /)
})

test.each(['Transfer-Encoding: chunked', 'Content-Length: 400000'])(
  'a form that does not say how long it is, or says that it is too long, is refused unread (%s)',
  async (header) => {
    const { socket, closed } = aConnection()
    const type = 'Content-Type: application/x-www-form-urlencoded'
    socket.write(
      `POST /sign-in HTTP/1.1\r\nHost: learn.example.org\r\n${type}\r\n${header}\r\nConnection: close\r\n\r\n`,
    )
    expect(await closed).toMatch(/^HTTP\/1\.1 41[13] .*Nothing was changed\.\n/s)
  },
)

test('one request more than can be under way is told at once to come again, and finds room when another is done', async () => {
  const waiting = Array.from({ length: BOUNDS.atOnce }, aConnection)
  for (const { socket } of waiting) socket.write(UNFINISHED)
  const visitor = aVisitor(server.url)
  await expect.poll(async () => (await visitor.get('/cases')).status).toBe(503)
  const refused = await visitor.get('/cases')
  expect([refused.status, refused.headers.get('Retry-After')]).toEqual([503, '2'])
  expect(refused.text).toContain('Nothing was changed. Try again in a few seconds.')
  // Whoever asks whether the process is well does not wait with the others.
  expect((await visitor.get('/healthz/ready')).status).toBe(200)
  for (const { socket } of waiting) socket.end('b')
  await expect.poll(async () => (await visitor.get('/cases')).status).toBe(200)
})

test('who is no proxy of this installation is not believed by which scheme a visitor came', async () => {
  const answer = await aVisitor(server.url).post('/cases/almost-done', {}, { 'X-Forwarded-Proto': 'https' })
  expect(answer.headers.get('Set-Cookie')).toMatch(/HttpOnly; SameSite=Lax$/)
})
