import { expect, test } from 'vitest'
import { ENVIRONMENT } from '../fuzz/fuzz.ts'
import { faultsInLog, faultsOf } from '../fuzz/judge.ts'
import { send } from '../fuzz/send.ts'
import type { WireRequest } from '../fuzz/send.ts'
import { aCohort } from '../setup/cohorts.ts'
import { withOwnServer } from '../setup/own-server.ts'
import { aPerson } from '../setup/people.ts'
import { startTestServer } from '../setup/server.ts'
import type { TestServer } from '../setup/server.ts'

let server: TestServer
withOwnServer(
  (started) => {
    server = started
  },
  (folder) => startTestServer({ folder, environment: ENVIRONMENT }),
)

const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' }

/** Sends a request that no browser would; the log must have nothing to complain of. */
async function statusOf(request: Partial<WireRequest>): Promise<number> {
  const before = server.output().length
  const answer = await send({ method: 'GET', path: '/cases', headers: {}, body: null, ...request }, server.url)
  if ('fault' in answer) throw new Error(answer.fault)
  await expect.poll(server.output).toContain(String(answer.headers['x-request-id']))
  expect([...faultsOf(answer), ...faultsInLog(server.output().slice(before))]).toEqual([])
  return answer.status
}

// What the fuzz has found: each was answered with 500, or left an error in the log.
test.each<[string, Partial<WireRequest>, number]>([
  ['a method that no page has', { method: 'PROPFIND' }, 405],
  ['a method that Node’s requests can’t have', { method: 'TRACE' }, 405],
  ['a method of other programs', { method: 'DELETE', headers: FORM, body: '' }, 405],
  ['a form for a page that takes none', { method: 'POST', path: '/profile', headers: FORM, body: '' }, 405],
  [
    'data of a form for a page that takes none',
    { method: 'POST', path: '/profile.data', headers: FORM, body: '' },
    405,
  ],
  [
    'a question for the head of a page’s data, which Remix takes for a form',
    { method: 'HEAD', path: '/reminders/off.data', headers: { Origin: 'null' } },
    405,
  ],
  ['what is empty and no form', { method: 'POST', path: '/sign-in', body: '' }, 415],
  ['an address with a broken escape', { path: '/cases/%ff' }, 400],
  ['an address with a backslash', { path: '/%5c' }, 400],
  ['a whole URL for an address', { path: 'http://elsewhere.example/' }, 400],
  ['a query of older Remix', { path: '/cases?_data=root' }, 400],
  ['a host with a port that there is not', { headers: { Host: 'x:99999' } }, 400],
  ['a host with a name before it', { headers: { Host: 'x@y' } }, 400],
  ['a host that a proxy can’t have been asked for', { headers: { 'X-Forwarded-Host': '[' } }, 400],
  ['a scheme that a proxy can’t have been asked by', { headers: { 'X-Forwarded-Proto': 'gopher' } }, 400],
])('%s is refused, and the log has no error', async (_name, request, status) => {
  expect(await statusOf(request)).toBe(status)
})

test('an address that is too long to come back to leads to signing in without it', async () => {
  expect(await statusOf({ path: `/settings/account?${'/'.repeat(6_000)}` })).toBe(302)
})

test('a form from another host than a proxy was asked for is refused', async () => {
  const headers = { ...FORM, Origin: server.url, 'X-Forwarded-Host': 'learn.example.org' }
  expect(await statusOf({ method: 'POST', path: '/sign-in', headers, body: '' })).toBe(403)
})

test('a list of people in a form of several parts that is cut off is refused', async () => {
  const instructor = await aPerson(server, 'instructor', 'instructor')
  const { path } = await aCohort(instructor)
  const headers = { 'Content-Type': 'multipart/form-data; boundary=x', Origin: server.url, Cookie: instructor.cookie() }
  const body = '--x\r\nContent-Disposition: form-data; name="file"; filename="people.csv"\r\n\r\nada@'
  expect(await statusOf({ method: 'POST', path: `${path}/invite`, headers, body })).toBe(400)
})
