import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MOST_BYTES, readPeople } from './read-people.ts'
import { toCsv } from './csv.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const OLA = { email: 'ola@example.org', name: 'Ola Nowak' }

test.each([
  ['commas', 'ola@example.org,Ola Nowak', [{ line: 1, ...OLA }]],
  ['Excel’s semicolons', 'ola@example.org;Ola Nowak\r\n', [{ line: 1, ...OLA }]],
  ['tabs', 'ola@example.org\tOla Nowak\n', [{ line: 1, ...OLA }]],
  ['a byte order mark', '\ufeffola@example.org,Ola Nowak', [{ line: 1, ...OLA }]],
  ['headings', 'address,name\nola@example.org,Ola Nowak', [{ line: 2, ...OLA }]],
  ['headings with the name first', 'Full name;E-mail\nOla Nowak;ola@example.org', [{ line: 2, ...OLA }]],
  ['a heading for the name only', 'Name,\nOla Nowak,ola@example.org', [{ line: 2, ...OLA }]],
  ['more columns', 'Team,E-mail,Name\nA,ola@example.org,Ola Nowak', [{ line: 2, ...OLA }]],
  ['quotes', '"ola@example.org","Nowak, Ola"', [{ line: 1, email: 'ola@example.org', name: 'Nowak, Ola' }]],
  ['no name', 'ola@example.org', [{ line: 1, email: 'ola@example.org', name: '' }]],
  ['empty lines', '\n\nola@example.org,Ola Nowak\n\n,\n', [{ line: 3, ...OLA }]],
  [
    'old line ends',
    'ola@example.org,Ola Nowak\rben@example.org,Ben',
    [
      { line: 1, ...OLA },
      { line: 2, email: 'ben@example.org', name: 'Ben' },
    ],
  ],
  ['a formula', 'ola@example.org,=HYPERLINK("x")', [{ line: 1, email: 'ola@example.org', name: '=HYPERLINK("x")' }]],
])('a file with %s is read', (_, text, rows) => {
  expect(readPeople(bytes(text))).toEqual({ rows })
})

test.each([
  ['letters of an old code page', new Uint8Array([0x4a, 0xf6, 0x72, 0x67, 0x40]), /not in UTF-8/],
  ['a workbook', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), /not a text file/],
  ['UTF-16', new Uint8Array([0xff, 0xfe, 0x61, 0]), /not in UTF-8/],
  ['an open quotation mark', bytes('a@example.org,"Ola\nb@example.org,Ben'), /quotation mark in line \d/],
  ['nothing', bytes(''), /nobody in this file/],
  ['headings alone', bytes('address,name\n'), /headings in this file and nobody/],
  ['5,001 people', bytes('a@example.org\n'.repeat(5_001)), /more than 5,000 people/],
  ['more than a megabyte', new Uint8Array(MOST_BYTES + 1), /larger than 1 MB/],
])('a file with %s is refused in a sentence', (_, file, problem) => {
  expect(readPeople(file)).toEqual({ problem: expect.stringMatching(problem) })
})

test('5,000 people are let in, with headings too', () => {
  const rows = 'a@example.org,Ola\n'.repeat(5_000)
  for (const text of [rows, `address,name\n${rows}`]) {
    const read = readPeople(bytes(text))
    expect('rows' in read && read.rows.length).toBe(5_000)
  }
})

test('whatever the bytes, there are rows or a sentence', () => {
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array(), fc.string({ unit: 'binary' }).map(bytes)), (file) => {
      const read = readPeople(file)
      if ('rows' in read) expect(read.rows.length).toBeGreaterThan(0)
      else expect(read.problem).toMatch(/\.$/)
    }),
  )
})

test('a table that was written is read again, with formulas made harmless', () => {
  const written = toCsv(
    ['address', 'name'],
    [
      ['ola@example.org', 'Nowak, "Ola"'],
      ['b@example.org', '=1+1'],
    ],
  )
  expect(written.startsWith('\ufeff')).toBe(true)
  expect(readPeople(bytes(written))).toEqual({
    rows: [
      { line: 2, email: 'ola@example.org', name: 'Nowak, "Ola"' },
      { line: 3, email: 'b@example.org', name: "'=1+1" },
    ],
  })
})
