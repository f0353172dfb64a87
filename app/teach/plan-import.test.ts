import { expect, test } from 'vitest'
import { planImport } from './plan-import.ts'

const KNOWN = { members: new Set(['in@example.org']), invited: new Set(['asked@example.org']) }

test('each line says what will happen, and the first of two alike is the one that counts', () => {
  const rows = [
    { line: 2, email: 'Ola@Example.org', name: ' Ola \n Nowak' },
    { line: 3, email: 'in@example.org', name: '' },
    { line: 4, email: 'ASKED@example.org', name: '' },
    { line: 5, email: 'ola@example.org', name: 'Ola again' },
    { line: 6, email: 'ola at example', name: 'Ola' },
    { line: 7, email: '', name: 'Nobody' },
    { line: 8, email: 'a@example.org;b@example.org', name: '' },
  ]
  expect(planImport(rows, KNOWN)).toEqual([
    { line: 2, email: 'ola@example.org', name: 'Ola Nowak', outcome: 'invite' },
    { line: 3, email: 'in@example.org', name: '', outcome: 'member' },
    { line: 4, email: 'asked@example.org', name: '', outcome: 'invited' },
    { line: 5, email: 'ola@example.org', name: 'Ola again', outcome: 'duplicate', first: 2 },
    { line: 6, email: 'ola at example', name: 'Ola', outcome: 'invalid', problem: expect.stringMatching(/an @/) },
    { line: 7, email: '', name: 'Nobody', outcome: 'invalid', problem: 'There is no address in this line.' },
    { line: 8, email: 'a@example.org;b@example.org', name: '', outcome: 'invalid', problem: expect.any(String) },
  ])
})
