import { expect, test } from 'vitest'
import type { Expression } from '../../machines/case/expression.ts'
import { cutParts, renderHtml } from './html.ts'

const A: Expression = { kind: 'variable', name: 'a' }
const B: Expression = { kind: 'variable', name: 'b' }

test('a document is cut into its parts, with what is conditional nested as it was', () => {
  const document =
    '<x-part n="1"><p>two</p></x-part><x-part n="0">x<x-show n="0">a<x-show n="1">ab</x-show></x-show>y</x-part>'
  const parts = cutParts(document, [A, B])
  expect(parts).toEqual([['x', { if: A, html: ['a', { if: B, html: ['ab'] }] }, 'y'], ['<p>two</p>']])
})

test('what is conditional appears only while its condition holds', () => {
  const html = ['x', { if: A, html: ['a', { if: B, html: ['ab'] }] }, 'y']
  expect(renderHtml(html, () => true)).toBe('xaaby')
  expect(renderHtml(html, (condition) => condition === A)).toBe('xay')
  expect(renderHtml(html, (condition) => condition === B)).toBe('xy')
})

test('escaped text that looks like a part stays text', () => {
  expect(cutParts('<x-part n="0">&lt;x-part n="1"&gt;</x-part>', [])).toEqual([['&lt;x-part n="1"&gt;']])
})
