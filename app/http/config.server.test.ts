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
  [{ DATABASE_URL: 'mysql://here' }, /DATABASE_URL: expected file:PATH/],
  [{ SESSION_SECRET: 'short' }, /SESSION_SECRET: expected at least 32 characters/],
  [{ LOG_LEVEL: 'loud' }, /LOG_LEVEL/],
  [{ PORT: 'x', LOG_LEVEL: 'y' }, /PORT.*LOG_LEVEL/],
])('%o is refused with the name of the variable', (environment, named) => {
  expect(() => readConfig(environment)).toThrow(named)
})
