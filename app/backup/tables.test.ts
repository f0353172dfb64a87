import { expect, test } from 'vitest'
import { inOrder, quoted } from './tables.ts'
import type { Table } from './tables.ts'

function aTable(name: string, ...references: Array<string>): Table {
  return { name, columns: [{ name: 'id', kind: 'text' }], key: ['id'], references }
}

test('a table comes after those that its rows lead to', () => {
  const tables = [
    aTable('Decision', 'Attempt', 'Learner'),
    aTable('Attempt', 'Learner', 'Version'),
    aTable('Learner'),
    aTable('Version'),
  ]
  expect(inOrder(tables).map(({ name }) => name)).toEqual(['Learner', 'Version', 'Attempt', 'Decision'])
})

test.each([
  ['to each other', [aTable('A', 'B'), aTable('B', 'A'), aTable('C')]],
  ['to itself', [aTable('A', 'A')]],
  ['to one that is not there', [aTable('A', 'Nowhere')]],
])('where a table leads %s, there is no such order, and it is named', (_what, tables) => {
  expect(() => inOrder(tables)).toThrow(/circle, found A/)
})

test('a name is quoted, and a quote in it cannot end it', () => {
  expect(quoted('a"b')).toBe('"a""b"')
})
