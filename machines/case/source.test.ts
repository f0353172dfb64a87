import { expect, test } from 'vitest'
import { decodeSource, MAX_BYTES, normaliseSource } from './source.ts'

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

test('a byte order mark is taken away and all line ends become LF', () => {
  expect(decodeSource(bytes('\uFEFFa\r\nb\rc\n\r\n'))).toEqual({ text: 'a\nb\nc\n\n' })
  expect(normaliseSource('\uFEFFa\r\n')).toBe('a\n')
})

test('only the first byte order mark is one', () => {
  expect(decodeSource(bytes('\uFEFF\uFEFFa'))).toEqual({ text: '\uFEFFa' })
})

test('bytes that are not UTF-8 are refused', () => {
  for (const wrong of [[0xff], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xe2, 0x82], [0xff, 0xfe, 0x61, 0x00]]) {
    expect(decodeSource(Uint8Array.from(wrong))).toMatchObject({
      problem: { rule: 'mdx/encoding', line: 1, column: 1 },
    })
  }
})

test('a NUL is refused where it stands', () => {
  expect(decodeSource(bytes('a\r\nbc\0'))).toMatchObject({ problem: { rule: 'mdx/encoding', line: 2, column: 3 } })
})

test('a file may have a mebibyte and not a byte more', () => {
  expect(decodeSource(new Uint8Array(MAX_BYTES).fill(0x61))).toHaveProperty('text')
  expect(decodeSource(new Uint8Array(MAX_BYTES + 1).fill(0x61))).toMatchObject({ problem: { rule: 'mdx/too-large' } })
})
