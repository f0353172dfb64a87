import { expect, test } from 'vitest'
import { readConfig } from './config.server.ts'

const SECRET = 'a long enough secret for the tests of this file'

test('nothing has to be set: it listens on this machine alone, on port 3000', () => {
  expect(readConfig({})).toEqual({
    production: true,
    port: 3000,
    host: '127.0.0.1',
    databaseUrl: 'file:./prisma/casewright.db',
    sessionSecret: null,
    logLevel: 'info',
    publicUrl: null,
    trustedProxies: ['loopback'],
    drainMs: 0,
    smtp: null,
  })
})

test.each(['0.0.0.0', '::', '192.168.1.4', 'learn.example.org'])(
  'in production a host that others reach (%s) needs a secret',
  (HOST) => {
    expect(() => readConfig({ NODE_ENV: 'production', HOST })).toThrow(/set SESSION_SECRET .*openssl rand -hex 32/)
    expect(readConfig({ NODE_ENV: 'production', HOST, SESSION_SECRET: SECRET }).sessionSecret).toBe(SECRET)
  },
)

test.each(['127.0.0.1', '127.1.2.3', 'localhost', '::1'])('in production %s needs none', (HOST) => {
  expect(readConfig({ NODE_ENV: 'production', HOST }).sessionSecret).toBeNull()
})

test('an empty variable counts as not set', () => {
  expect(readConfig({ PORT: '', NODE_ENV: '' }).port).toBe(3000)
})

test.each<[Record<string, string>, RegExp]>([
  [{ PORT: 'eighty' }, /PORT/],
  [{ PORT: '70000' }, /PORT/],
  [{ DATABASE_URL: 'mysql://here' }, /DATABASE_URL: expected file:PATH or postgresql:/],
  [{ DATABASE_URL: 'postgresql://me:open sesame@:port/' }, /^(?!.*sesame).*DATABASE_URL: expected file:PATH or/],
  [{ SESSION_SECRET: 'short' }, /SESSION_SECRET: expected at least 32 characters/],
  [{ LOG_LEVEL: 'loud' }, /LOG_LEVEL/],
  [{ PORT: 'x', LOG_LEVEL: 'y' }, /PORT.*LOG_LEVEL/],
  [{ PUBLIC_URL: 'learn.example.org' }, /PUBLIC_URL: expected http/],
  [{ TRUSTED_PROXIES: 'proxy.example.org' }, /TRUSTED_PROXIES: expected addresses or networks/],
  [{ TRUSTED_PROXIES: '10.0.0.0/33' }, /TRUSTED_PROXIES/],
  [{ TRUSTED_PROXIES: '10.0.0.1/' }, /TRUSTED_PROXIES/],
  [{ TRUSTED_PROXIES: '0.0.0.0/0/0' }, /TRUSTED_PROXIES/],
  [{ DRAIN_SECONDS: '-1' }, /DRAIN_SECONDS/],
  [{ DRAIN_SECONDS: '601' }, /DRAIN_SECONDS/],
  [{ SMTP_URL: 'mail.example.org', MAIL_FROM: 'learn@example.org' }, /SMTP_URL: expected smtp:/],
  [{ SMTP_URL: 'smtp://mail.example.org', MAIL_FROM: 'learn' }, /MAIL_FROM: expected one address/],
  [{ SMTP_URL: 'smtp://mail.example.org', MAIL_FROM: 'a@example.org, b@example.org' }, /MAIL_FROM: expected one/],
  [{ SMTP_URL: 'smtp://mail.example.org', MAIL_FROM: 'Casewright\nBcc: x <a@example.org>' }, /MAIL_FROM: expected one/],
  [{ SMTP_URL: 'smtp://mail.example.org' }, /SMTP_URL is set and MAIL_FROM is not/],
  [{ MAIL_FROM: 'learn@example.org' }, /MAIL_FROM is set and SMTP_URL is not/],
])('%o is refused with the name of the variable', (environment, named) => {
  expect(() => readConfig(environment)).toThrow(named)
})

test.each(['learn@example.org', 'Casewright <learn@example.org>', 'Lernen für alle <learn@example.org>'])(
  'mails can come from %s',
  (MAIL_FROM) => {
    const url = 'smtps://user:secret@mail.example.org:465'
    expect(readConfig({ SMTP_URL: url, MAIL_FROM }).smtp).toEqual({ url, from: MAIL_FROM })
  },
)

test('a sentence about a variable never repeats what may hold a password', () => {
  const environment = { SMTP_URL: 'user:secret@mail.example.org', MAIL_FROM: 'learn@example.org' }
  expect(() => readConfig(environment)).toThrow(/SMTP_URL/)
  expect(() => readConfig(environment)).not.toThrow(/secret/)
})

test('links in mails begin with PUBLIC_URL, whether or not it ends in a slash', () => {
  expect(readConfig({ PUBLIC_URL: 'https://learn.example.org/' }).publicUrl).toBe('https://learn.example.org')
})

test('proxies are names of networks, addresses or ranges, and how long to drain is told in seconds', () => {
  const { trustedProxies, drainMs } = readConfig({
    TRUSTED_PROXIES: 'loopback, 10.0.0.0/8,fd00::/8, ::1',
    DRAIN_SECONDS: '2.5',
  })
  expect([trustedProxies, drainMs]).toEqual([['loopback', '10.0.0.0/8', 'fd00::/8', '::1'], 2500])
})
