import { expect, test } from 'vitest'
import { readStudioAddress } from './studio-address.ts'

test.each([
  ['line=12', { line: 12 }],
  ['line=0', { line: null }],
  ['line=-1', { line: null }],
  ['line=1e3', { line: null }],
  ['line=99999999', { line: null }],
  ['refused=svg', { imageProblem: expect.stringContaining('SVG') }],
  ['refused=constructor', { imageProblem: null }],
  ['shown=7', { imageProblem: expect.stringContaining('line 7') }],
])('%s', (query, expected) => {
  expect(readStudioAddress(new URLSearchParams(query))).toMatchObject(expected)
})
