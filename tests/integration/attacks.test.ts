import { expect, test } from 'vitest'
import { aCohort } from '../setup/cohorts.ts'
import { withOwnServer } from '../setup/own-server.ts'
import { aPerson, change, PASSWORD, query, signedIn, signInForm } from '../setup/people.ts'
import type { TestServer } from '../setup/server.ts'
import { tablesOf } from '../setup/tables-of.ts'
import { aVisitor, startCase } from '../setup/visitor.ts'

let server: TestServer
withOwnServer((started) => {
  server = started
})

const DAY_MS = 86_400_000
const HTTPS = { 'X-Forwarded-Proto': 'https' }

test.each(['__proto__', 'constructor', 'toString'])(
  'an address whose notice is %s, which every object has, shows its page without one',
  async (name) => {
    const person = await aPerson(server, `Notice${name.length}`)
    for (const [who, page] of [
      [aVisitor(server.url), '/sign-in'],
      [person, '/settings/account'],
      [person, '/settings/sessions'],
    ] as const) {
      const [answer, plain] = [await who.get(`${page}?notice=${name}`), await who.get(page)]
      expect([page, answer.status]).toEqual([page, 200])
      const visible = (text: string) => text.replace(/<script[\s\S]*| nonce="[^"]*"|\?notice=\w+/g, '')
      expect(visible(answer.text)).toBe(visible(plain.text))
    }
  },
)

test.each([
  '/.git/HEAD',
  '/.git/config',
  '/.secret',
  '/.env',
  '/package.json',
  '/prisma/casewright.db',
  '/app/server.ts',
  '/build/server/index.js',
  '/assets/..%2f..%2f..%2fpackage.json',
  '/assets/%2e%2e/%2e%2e/%2e%2e/.secret',
])('%s is not given to anyone', async (address) => {
  const { status, text } = await aVisitor(server.url).get(address)
  expect([403, 404]).toContain(status)
  expect(text).not.toMatch(/"casewright"|ref: |SQLite format/)
})

test.each<[string, string, RequestInit, number]>([
  ['a page', '/cases', {}, 200],
  ['its data', '/cases.data', {}, 200],
  ['a file', '/assets/none.js', {}, 404],
  ['a file’s address that can’t be read', '/assets/%ff', {}, 400],
  ['a picture', '/favicon.ico', {}, 200],
  ['the health', '/healthz', {}, 200],
  ['a page that is not there', '/nowhere', {}, 404],
  ['an address that can’t be read', '/cases/%ff', {}, 400],
  ['a method that no page has', '/cases', { method: 'PUT' }, 405],
  ['a form from another site', '/sign-in', { method: 'POST' }, 403],
])(
  'the answer to %s keeps to HTTPS and to its own type, and no other site reads it',
  async (_name, address, init, status) => {
    const headers = { ...HTTPS, Origin: 'https://elsewhere.example', Cookie: 'casewright=x' }
    const answer = await fetch(new URL(address, server.url), { ...init, headers })
    await answer.arrayBuffer()
    const told = (name: string) => answer.headers.get(name)
    expect(answer.status).toBe(status)
    expect(told('Strict-Transport-Security')).toBe('max-age=31536000')
    expect(told('X-Content-Type-Options')).toBe('nosniff')
    expect(told('Content-Security-Policy')).toContain("default-src 'none'")
    expect(told('Cross-Origin-Resource-Policy')).toBe('same-origin')
    expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([])
    expect(told('Content-Type')).toMatch(/^image\/|; charset=utf-8$/i)
  },
)

test('over HTTPS cookies bear names that this host alone can set, and none of another name is read', async () => {
  const { email } = await aPerson(server, 'Prefixed')
  const answer = await aVisitor(server.url).post('/sign-in', signInForm(email), HTTPS)
  const cookies = answer.headers.getSetCookie()
  expect(cookies.map((cookie) => /^[^=]+/.exec(cookie)?.[0])).toEqual(['__Host-casewright', '__Host-casewright-known'])
  for (const cookie of cookies) {
    expect(cookie).toMatch(/; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
    expect(cookie).not.toContain('Domain')
  }
  const [session = ''] = cookies[0]?.split(';') ?? []
  const statusWith = async (Cookie: string) => {
    return (await aVisitor(server.url).get('/settings/account', { ...HTTPS, Cookie })).status
  }
  expect(await statusWith(session)).toBe(200)
  expect(await statusWith(session.replace('__Host-', ''))).toBe(302)
})

test('the secret of a session is 256 random bits, another one each time, and the database has its hash alone', async () => {
  const secrets = new Set<string>()
  for (let round = 0; round < 20; round += 1) {
    const visitor = aVisitor(server.url)
    await visitor.post('/cases/almost-done', {})
    const [value = ''] = decodeURIComponent(visitor.cookie().replace('casewright=', '')).split('.')
    const secret = String(JSON.parse(Buffer.from(value, 'base64').toString()))
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32)
    secrets.add(secret)
  }
  expect(secrets.size).toBe(20)
  const kept = JSON.stringify(query(server, 'SELECT * FROM "Session"'))
  for (const secret of secrets) expect(kept).not.toContain(secret)
})

test.each(['/sign-out', '/sign-out.data'])('signing out at %s has the browser forget what it kept', async (address) => {
  const { email } = await aPerson(server, `Forgotten${address.length}`)
  const answer = await (await signedIn(server, email)).post(address, {})
  expect(answer.headers.get('Clear-Site-Data')).toBe('"cache", "storage"')
})

test('who deletes their account is signed out in every browser, and the browser forgets what it kept', async () => {
  const { email, ...person } = await aPerson(server, 'Leaver')
  const other = await signedIn(server, email)
  const answer = await person.post('/settings/data', { password: PASSWORD })
  expect(answer.location).toBe('/settings/data?deleted=yes')
  expect(answer.headers.get('Clear-Site-Data')).toBe('"cache", "storage"')
  for (const visitor of [person, other]) expect((await visitor.get('/settings/account')).status).toBe(302)
  expect((await aVisitor(server.url).post('/sign-in', signInForm(email))).status).toBe(422)
})

test('an account that is kept as it was stays signed in', async () => {
  const { email, ...person } = await aPerson(server, 'Same')
  const answer = await person.post('/settings/account', { name: 'Same', email, password: '', current: PASSWORD })
  expect(answer.location).toBe('/settings/account?notice=kept')
  expect((await person.get('/settings/account')).status).toBe(200)
})

test('what somebody calls themselves stands on a page as text, and in its data too', async () => {
  const name = '</script><script>planted()</script><img src=x onerror=planted()>'
  const visitor = aVisitor(server.url)
  await visitor.post('/sign-up', { name, email: 'planter@example.org', password: PASSWORD })
  for (const page of ['/settings/account', '/cases', '/settings/data']) {
    const { text } = await visitor.get(page)
    expect(text).toContain('&lt;/script&gt;')
    expect(text).not.toMatch(/<script>planted|<img src=x/)
  }
})

test('a text that is SQL is looked for as the text that it is', async () => {
  const admin = await aPerson(server, 'Admin', 'admin')
  for (const text of [`' OR '1'='1`, `" OR 1=1 --`, `x'; DELETE FROM "Account"; --`]) {
    const found = await admin.get(`/admin?q=${encodeURIComponent(text)}`)
    expect(found.status).toBe(200)
    expect(found.text).not.toContain('@example.org')
    expect((await aVisitor(server.url).post('/sign-in', signInForm(text, text))).status).toBe(422)
    expect((await admin.get(`/cases/${encodeURIComponent(text)}`)).status).toBe(404)
  }
  expect((await admin.get('/admin?q=admin%40example')).text).toContain('admin@example.org')
})

test('a picture that is also a page is served as a picture alone, under a name made here', async () => {
  const author = await aPerson(server, 'Author', 'instructor')
  await author.post('/teach/cases', { title: 'Pictured', slug: 'pictured' })
  const form = new FormData()
  const page = 'GIF89a\x01\x00\x01\x00\x00\x00\x00;<script>planted()</script>'
  form.set('image', new File([Buffer.from(page, 'latin1')], '../../../public/planted.html'))
  const headers = { Cookie: author.cookie(), Origin: server.url, Accept: 'application/json' }
  const url = new URL('/teach/cases/pictured/images', server.url)
  const added: unknown = await (await fetch(url, { method: 'POST', body: form, headers })).json()
  expect(added).toEqual({ kind: 'added', src: expect.stringMatching(/^[a-z-]+-[0-9a-f]{6}\.gif$/) })
  const { src } = Object(added)
  const picture = await author.get(`/teach/cases/pictured/images/${src}`)
  expect([picture.status, picture.headers.get('Content-Type')]).toEqual([200, 'image/gif'])
  expect(picture.headers.get('X-Content-Type-Options')).toContain('nosniff')
  expect(picture.headers.get('Content-Security-Policy')).toContain('sandbox')
  expect((await author.get('/planted.html')).status).toBe(404)
})

test('whoever types somebody else’s address into an account does not read who has invited them', async () => {
  const cohort = await aCohort(await aPerson(server, 'Inviter', 'instructor'), { name: 'The secret cohort' })
  const posing = await aPerson(server, 'Posing')
  const sql = `INSERT INTO "Invitation" ("cohortId", "email", "name", "invitedAt") VALUES (?, ?, ?, ?)`
  change(server, sql, cohort.id, posing.email, 'Whom they mean', server.now().toISOString())
  const { status, text } = await posing.get('/settings/data/download')
  expect(status).toBe(200)
  expect(text).not.toMatch(/The secret cohort|Whom they mean/)
})

test('one’s own data come as a file to keep, never as a page', async () => {
  const person = await aPerson(server, 'Keeper')
  const { headers } = await person.get('/settings/data/download')
  expect(headers.get('Content-Type')).toBe('application/json; charset=utf-8')
  expect(headers.get('Content-Disposition')).toMatch(/^attachment; filename="casewright-[\d-]+\.json"$/)
  expect(headers.get('Cache-Control')).toBe('no-store')
})

test('nobody has an account who has not made one', () => {
  const made = query<{ email: string }>(server, 'SELECT "email" FROM "Account"')
  for (const { email } of made) expect(email).toMatch(/@example\.org$/)
  expect(server.firstAdmin).toMatch(/^\/first-admin\?token=[\w-]{43}$/)
})

test.each(['/sign-in', '/sign-up', '/settings/account', '/settings/data'])(
  'a password is typed at %s unseen, and pasted or filled in by a password manager as one likes',
  async (page) => {
    const visitor = page.startsWith('/settings') ? await aPerson(server, `Typist${page.length}`) : aVisitor(server.url)
    const { text } = await visitor.get(page)
    const fields = [...text.matchAll(/<input[^>]*password[^>]*>/g)].map(([field]) => field)
    expect(fields.length).toBeGreaterThan(0)
    for (const field of fields) {
      expect(field).toContain('type="password"')
      expect(field).toMatch(/autoComplete="(current|new)-password"/i)
    }
    expect(text).not.toMatch(/onpaste|secret question/i)
  },
)

test('opening an address, be it by an image on another site, does nothing that a form would', async () => {
  const person = await aPerson(server, 'Shown')
  const attempt = await startCase(person, 'the-2240-trailer')
  const before = await everything()
  for (const address of [
    '/sign-out',
    '/settings?intent=remove',
    '/settings/data?word=delete&password=belt+stops+before+ten',
    '/settings/sessions?intent=others',
    '/settings/account?name=Other&email=other%40example.org&current=belt+stops+before+ten',
    `${attempt}?intent=decide&seq=0&best=a&worst=b`,
    '/cases/almost-done?start=yes',
    '/role?item-0=3',
  ]) {
    await person.get(address)
    await person.get(address, { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Dest': 'image' })
  }
  expect(await everything()).toEqual(before)
  expect((await person.get('/settings/account')).status).toBe(200)
})

// The last one: it moves the clock of the server.
test('a session is over after 180 days', async () => {
  const person = await aPerson(server, 'Away')
  await server.advance(179 * DAY_MS)
  expect((await person.get('/settings/account')).status).toBe(200)
  await server.advance(DAY_MS)
  expect((await person.get('/settings/account')).status).toBe(302)
})

/** How many rows each table has, but for what is worked out and kept as it is asked for. */
async function everything(): Promise<Record<string, unknown>> {
  const names = Object.keys(await tablesOf(server.database))
  const counted = names.filter((name) => !['Compiled', 'Profile', 'RateLimit'].includes(name))
  return Object.fromEntries(counted.map((name) => [name, query(server, `SELECT count(*) AS "rows" FROM "${name}"`)]))
}
