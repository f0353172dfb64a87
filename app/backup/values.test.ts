import { expect, test } from 'vitest'
import type { Kind } from './tables.ts'
import { fromPostgresql, fromSqlite, lineOf, toPostgresql, toSqlite } from './values.ts'
import type { Value } from './values.ts'

test.each<[Kind, unknown, string, Value]>([
  ['text', 'Łódź ‘x’ "y"', 'Łódź ‘x’ "y"', 'Łódź ‘x’ "y"'],
  ['text', '', '', ''],
  ['integer', -7, '-7', -7],
  ['boolean', 1, 't', true],
  ['boolean', 0, 'f', false],
  ['date', '2026-01-02T03:04:05.120+00:00', '2026-01-02 03:04:05.12', '2026-01-02T03:04:05.120Z'],
  ['date', '2026-01-02T03:04:05.000+00:00', '2026-01-02 03:04:05', '2026-01-02T03:04:05.000Z'],
  ['bytes', Buffer.from([0, 255, 10]), '\\x00ff0a', Buffer.from([0, 255, 10])],
])('%s: what SQLite keeps as %o and PostgreSQL sends as %o is the same', (kind, kept, sent, value) => {
  expect(fromSqlite(kind, kept)).toEqual(value)
  expect(fromPostgresql(kind, sent)).toEqual(value)
  expect(toSqlite(kind, value)).toEqual(kept)
  expect(lineOf([fromSqlite(kind, kept)])).toBe(lineOf([fromPostgresql(kind, sent)]))
})

test.each<[Kind]>([['text'], ['integer'], ['boolean'], ['date'], ['bytes']])(
  'no %s is nothing on either side',
  (kind) => {
    expect([fromSqlite(kind, null), fromPostgresql(kind, null), toSqlite(kind, null)]).toEqual([null, null, null])
  },
)

test.each<[Kind, unknown]>([
  ['text', 5],
  ['integer', 'five'],
  ['integer', 1.5],
  ['integer', 2 ** 60],
  ['boolean', 2],
  ['date', 'tomorrow'],
  ['date', 1_700_000_000_000],
  ['bytes', 'abc'],
])('SQLite takes anything for any column; what is no %s (%o) is not copied', (kind, kept) => {
  expect(() => fromSqlite(kind, kept)).toThrow(`Expected ${kind}, found`)
})

test('text with a zero character is refused in words, since PostgreSQL can’t keep it', () => {
  expect(() => toPostgresql('text', 'a\0b')).toThrow(/zero character/)
})

test('rows that differ have lines that differ', () => {
  const rows: Array<Array<Value>> = [
    [1],
    ['1'],
    [true],
    ['true'],
    [null],
    ['null'],
    ['a', 'b'],
    ['a","b'],
    ['a\n'],
    ['a'],
  ]
  expect(new Set(rows.map(lineOf)).size).toBe(rows.length)
})
