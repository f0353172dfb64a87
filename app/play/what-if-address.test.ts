import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readWhatIfAddress, whatIfAddress } from './what-if-address.ts'

function read(query: string) {
  return readWhatIfAddress(new URLSearchParams(query))
}

test('choices come back from an address in the order in which they went in', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }), { maxLength: 20 }),
      (choices) => {
        const { search } = new URL(whatIfAddress('attempt', 3, choices), 'http://localhost')
        expect(read(search)).toEqual({ c: choices })
      },
    ),
  )
})

test.each([
  ['', { c: [] }],
  ['c=a&c=b&after=4', { c: ['a', 'b'], after: 4 }],
  ['c=a&after=4&beat=0', { c: ['a'], after: 4, beat: '0' }],
  ['c=a&visit=2', { c: ['a'], visit: '2' }],
  ['c=a&compare=1', { c: ['a'], compare: '1' }],
  ['notice=gone', { c: [], notice: 'gone' }],
])('%s is read', (query, address) => {
  expect(read(query)).toEqual(address)
})

test.each([
  'c=',
  `c=${'x'.repeat(65)}`,
  'c=a&after=start',
  'c=a&after=-1',
  'c=a&after=1&after=2',
  'visit=x',
  'compare=yes',
  'rating=4',
  '__proto__=1',
  Array.from({ length: 501 }, () => 'c=a').join('&'),
])('%s is not an address of ours', (query) => {
  expect(read(query)).toBeNull()
})
