import { METHODS } from 'node:http'
import fc from 'fast-check'
import { aBody, fieldsOf, urlencoded } from './bodies.ts'
import type { Body } from './bodies.ts'
import type { Cast } from './cast.ts'
import { oddEscape, oddText, PLANTED_HOST } from './odd.ts'
import { fillIn, PATTERNS, valuesFor } from './offers.ts'
import type { OfferedForm, Offers } from './offers.ts'
import type { WireRequest } from './send.ts'

/** Where a request goes, with what, and as whom; what every request may have in common is not told yet. */
type Aim = { method: string; path: string; body: Body | null; cookie: string }

/** Anything that somebody may send: what a page offers, what a route of app/routes.ts is for, and what leads nowhere. */
export function aRequest(cast: Cast, offers: Offers, url: string): fc.Arbitrary<WireRequest> {
  const aim = fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...offers.forms).chain((form) => offered(form, cast)) },
    { weight: 5, arbitrary: fc.constantFrom(...PATTERNS).chain((pattern) => routed(pattern, cast, offers)) },
    { weight: 2, arbitrary: elsewhere(cast, offers) },
  )
  return fc.record({ aim, origin: originOf(url), headers: oddHeaders }).map(({ aim, origin, headers }) => ({
    method: aim.method,
    path: onWire(aim.path),
    headers: {
      ...(aim.cookie === '' ? {} : { Cookie: inHeader(aim.cookie) }),
      ...(aim.body?.type == null ? {} : { 'Content-Type': aim.body.type }),
      ...origin,
      ...headers,
    },
    body: aim.body?.content ?? null,
  }))
}

/** A form, sent by whom it was offered to, mostly where and as it was. */
function offered(form: OfferedForm, cast: Cast): fc.Arbitrary<Aim> {
  const own = cast.people[form.person]?.cookie ?? ''
  const path = fc.tuple(fc.constant(form.action), suffix).map(([action, end]) => withSuffix(action, end))
  const cookie = fc.oneof({ weight: 6, arbitrary: fc.constant(own) }, { weight: 1, arbitrary: aCookie(cast) })
  if (form.method === 'GET') {
    return fc.record({ path, cookie, fields: fieldsOf(form) }).map(({ path, cookie, fields }) => ({
      method: 'GET',
      path: withQuery(path, urlencoded(fields).content),
      body: null,
      cookie,
    }))
  }
  return fc.record({ method: method('POST'), path, cookie, body: aBody(form) })
}

/** A path of app/routes.ts, with any method, query and body. */
function routed(pattern: string, cast: Cast, offers: Offers): fc.Arbitrary<Aim> {
  const values = valuesFor(pattern, cast.named)
  const all = cast.named.flatMap((some) => Object.values(some.values).flat())
  const names = [...pattern.matchAll(/:(\w+)|\*/g)].map(([whole, name]) => name ?? whole)
  const filled = names.map((name) => {
    const right = values[name] ?? ['nothing']
    return fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...right) },
      { weight: 1, arbitrary: fc.constantFrom(...all) },
      { weight: 2, arbitrary: oddEscape },
    )
  })
  const path = fc
    .record({ filled: fc.tuple(...filled), suffix, query: aQuery })
    .map(({ filled, suffix: end, query }) => {
      const place = filled.values()
      return withQuery(
        withSuffix(
          fillIn(pattern, () => place.next().value ?? ''),
          end,
        ),
        query,
      )
    })
  const body = fc.option(fc.constantFrom(null, ...offers.forms).chain(aBody), { freq: 2 })
  return fc.record({ method: method('GET'), path, body, cookie: aCookie(cast) })
}

const ELSEWHERE = [
  '/healthz',
  '/icon.svg',
  '/favicon.ico',
  '/measurement.json',
  '/assets/',
  '/assets/none.js',
  '/assets/..%2f..%2fpackage.json',
  '/__manifest',
  '/__manifest?p=/cases',
  '/__manifest?p=%00&p=..',
  '/__manifest?version=1&p=/teach/cases/x/play',
  '/_root.data',
  '/robots.txt',
  '/.env',
  '/.git/HEAD',
  '/wp-login.php',
  '/index.html',
  '/build/server/index.js',
  '/app/server.ts',
  `//${PLANTED_HOST}/`,
  `///${PLANTED_HOST}`,
  `/\\${PLANTED_HOST}`,
  '//',
  '/./',
  '/../',
  '/%2e%2e/',
  '*',
  `http://${PLANTED_HOST}/`,
]

/** What is no path of app/routes.ts, and what the pages link to. */
function elsewhere(cast: Cast, offers: Offers): fc.Arbitrary<Aim> {
  const odd = fc.array(oddEscape, { minLength: 1, maxLength: 4 }).map((parts) => `/${parts.join('/')}`)
  const asked = fc.oneof(fc.constantFrom(...offers.links), fc.constantFrom(...ELSEWHERE), odd)
  const path = fc
    .record({ asked, suffix, query: aQuery })
    .map(({ asked, suffix: end, query }) => withQuery(withSuffix(asked, end), query))
  return fc.record({ method: method('GET'), path, body: fc.option(aBody(null), { freq: 2 }), cookie: aCookie(cast) })
}

/** CONNECT asks for no page, and the server closes the connection at once. */
const KNOWN_METHODS = METHODS.filter((name) => name !== 'CONNECT')

function method(usual: 'GET' | 'POST'): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 20, arbitrary: fc.constant(usual) },
    { weight: 2, arbitrary: fc.constantFrom('GET', 'POST', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'DELETE', 'TRACE') },
    { weight: 1, arbitrary: fc.constantFrom(...KNOWN_METHODS, 'get', 'post', 'FETCH', 'X-Y') },
  )
}

const suffix = fc.oneof(
  { weight: 10, arbitrary: fc.constant('') },
  { weight: 3, arbitrary: fc.constant('.data') },
  { weight: 1, arbitrary: fc.constantFrom('/', '//', '/.data', '.data.data', '/x', '.json', '%2f', ';a=b') },
)

const QUERY_NAMES = [
  'after',
  'visit',
  'beat',
  'page',
  'q',
  'line',
  'scene',
  'runs',
  'c',
  'notice',
  'token',
  'case',
  'decision',
  'course',
  'write',
  'next',
  'asked',
  'refused',
  'shown',
  'too-large',
  'deleted',
  'from',
  'to',
  'compare',
  'on',
  'best',
  'seq',
  'index',
  '_data',
  '_routes',
  '__proto__',
  'constructor',
  '',
]
const QUERY_VALUES = [
  'start',
  '0',
  '1',
  '-1',
  '1e309',
  'yes',
  'again',
  'root',
  'routes/home',
  'routes/attempt,root',
  '/home',
]

const aQuery: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constant('') },
  {
    weight: 5,
    arbitrary: fc
      .array(
        fc.record({
          name: fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...QUERY_NAMES) }, { weight: 1, arbitrary: oddText }),
          value: fc.oneof(fc.constantFrom(...QUERY_VALUES), oddText),
        }),
        { minLength: 1, maxLength: 4 },
      )
      .map((fields) => urlencoded(fields).content),
  },
  { weight: 2, arbitrary: fc.array(oddEscape, { maxLength: 4 }).map((parts) => parts.join('=')) },
  { weight: 1, arbitrary: fc.constantFrom(...QUERY_NAMES).map((name) => `${name}=1&`.repeat(300)) },
)

/** A cookie of somebody, whole or tampered with, or what never was one. */
function aCookie({ people, oddlySigned }: Cast): fc.Arbitrary<string> {
  const whole = fc.constantFrom(...people.map(({ cookie }) => cookie))
  return fc.oneof(
    { weight: 8, arbitrary: whole },
    { weight: 1, arbitrary: fc.tuple(whole, tampering).map(([cookie, tamper]) => tamper(cookie)) },
    { weight: 1, arbitrary: fc.constantFrom(...oddlySigned) },
    {
      weight: 1,
      arbitrary: fc.oneof(oddText, oddEscape).map((text) => `casewright=${text}; casewright-known=${text}`),
    },
  )
}

const tampering = fc.constantFrom<Array<(cookie: string) => string>>(
  (cookie) => `${cookie.slice(0, -1)}x`,
  (cookie) => cookie.slice(0, cookie.length / 2),
  (cookie) => cookie.replace(/\..*$/, ''),
  (cookie) => cookie.replace(/^[^.]*/, ''),
  (cookie) => `${cookie}; ${cookie}`,
  (cookie) => `casewright=; ${cookie}`,
  (cookie) => `casewright=%ff; ${cookie}`,
  (cookie) => `__proto__=x; ${cookie}`,
  (cookie) => cookie.replace('casewright', 'casewright-known'),
  (cookie) => `${cookie}${'x'.repeat(7_000)}`,
  (cookie) => `${cookie}; ${'a=b; '.repeat(1_500)}`,
  (cookie) => `${cookie}; x=${'y'.repeat(20_000)}`,
)

function originOf(url: string): fc.Arbitrary<Record<string, string>> {
  return fc.oneof(
    { weight: 12, arbitrary: fc.constant({ Origin: url }) },
    { weight: 2, arbitrary: fc.constantFrom({}, { Origin: url, 'Sec-Fetch-Site': 'same-origin' }) },
    {
      weight: 1,
      arbitrary: fc.constantFrom({ Origin: 'null' }, { Origin: `https://${PLANTED_HOST}` }, { Origin: 'x' }),
    },
  )
}

const oddHeaders: fc.Arbitrary<Record<string, string>> = fc.oneof(
  { weight: 10, arbitrary: fc.constant({}) },
  {
    weight: 3,
    arbitrary: fc.constantFrom<Array<Record<string, string>>>(
      ...['', 'a b', ':', '[', '[::1', 'x:99999', 'a/b', '%', '%00', 'x@y', '../', '\xff'].map((Host) => ({ Host })),
      ...['https', 'gopher', '', 'https,http', '"'].map((value) => ({ 'X-Forwarded-Proto': value })),
      ...['', 'a b', ':', '[', 'x:y', '%00', 'a,b'].map((value) => ({ 'X-Forwarded-Host': value })),
      ...['', 'x', '::1', '999.1.1.1', 'a,b,c', '1.2.3.4:5', 'fe80::1%eth0'].map((value) => ({
        'X-Forwarded-For': value,
      })),
      ...['application/json', '*/*', '', 'text/html;q=x', ';'].map((Accept) => ({ Accept })),
      ...['br', 'gzip, deflate', 'identity;q=0, *;q=0', 'x'].map((value) => ({ 'Accept-Encoding': value })),
      ...['', 'x'.repeat(3_000), '\xff\xfe', '(((', 'Mozilla/5.0 (a'].map((value) => ({ 'User-Agent': value })),
      ...['bytes=0-', 'bytes=9-1', 'x'].map((Range) => ({ Range })),
      ...['*', 'W/"', 'x'].map((value) => ({ 'If-None-Match': value, 'If-Modified-Since': value })),
      ...['xx', '*', 'en;q=2', ''].map((value) => ({ 'Accept-Language': value })),
      { 'X-HTTP-Method-Override': 'DELETE' },
      { 'X-Remix-Redirect': `https://${PLANTED_HOST}/`, 'X-Remix-Response': 'yes' },
      { Purpose: 'prefetch', 'Sec-Purpose': 'prefetch' },
    ),
  },
)

function withSuffix(path: string, end: string): string {
  const [place = '', ...query] = path.split('?')
  return [`${place}${end}`, ...query].join('?')
}

function withQuery(path: string, query: string): string {
  if (query === '') return path
  return `${path}${path.includes('?') ? '&' : '?'}${query}`
}

/** What no client can put into the first line of a request is escaped. */
function onWire(path: string): string {
  return path.replace(/[^\x21-\xff]/g, (one) => encodeURIComponent(Buffer.from(one).toString())) || '/'
}

/** What no client can put into a header becomes a question mark. */
function inHeader(text: string): string {
  return text.replace(/[^\t\x20-\x7e\x80-\xff]/g, '?')
}
