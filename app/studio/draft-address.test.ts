import { expect, test } from 'vitest'
import { draftPlayAddress, readDraftAddress, wayFields } from './draft-address.ts'

const read = (query: string) => readDraftAddress(new URLSearchParams(query))

test('an address holds a way as it was written', () => {
  const way = { from: 'monday', choices: ['promise', 'promise', 'options'], isFramed: true }
  const [, query = ''] = draftPlayAddress('late', way).split('?')
  expect(read(query)).toEqual({ way, sent: null })
  expect(new URLSearchParams(wayFields(way)).toString()).toBe(query)
  expect(draftPlayAddress('late', { from: null, choices: [], isFramed: false })).toBe('/teach/cases/late/play')
})

test.each(['after=start&beat=0', 'c=a&after=0', 'visit=2', 'notice=gone'])('%s is one of ours', (query) => {
  expect(read(query)).not.toBeNull()
})

test.each([
  'x=1',
  'from=a&from=b',
  'after=-1',
  'beat=one',
  'framed=2',
  'c=',
  `c=${'a'.repeat(65)}`,
  'c=a&'.repeat(151),
])('%s is none', (query) => expect(read(query)).toBeNull())

test('the form of a decision stands apart, repeated fields too', () => {
  const sent = read('c=a&intent=decide&seq=1&best=b&best=c')?.sent
  expect(sent && [...sent]).toEqual([
    ['intent', 'decide'],
    ['seq', '1'],
    ['best', 'b'],
    ['best', 'c'],
  ])
})
