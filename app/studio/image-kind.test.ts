import { expect, test } from 'vitest'
import { placeImage, refusalOf } from './image-kind.ts'

test.each([
  ['Plan of the Hall.JPG', 'image/png', 'plan-of-the-hall-abc123.png'],
  ['../../etc/passwd', 'image/jpeg', 'etc-passwd-abc123.jpg'],
  ['.png', 'image/gif', 'image-abc123.gif'],
  ['Éclair.webp', 'image/webp', 'eclair-abc123.webp'],
])('%s with the content of %s goes to %s', (name, type, src) => {
  expect(placeImage(name, type, 'abc123')).toEqual({ kind: 'taken', src, type })
})

test.each([
  ['level.svg', undefined, 'svg'],
  ['level.svg', 'application/xml', 'svg'],
  ['level.png', 'application/x-elf', 'disguised'],
  ['level.png', undefined, 'disguised'],
  ['level.avif', 'image/avif', 'kind'],
  ['level.pdf', 'application/pdf', 'kind'],
])('%s with the content of %s is refused', (name, type, why) => {
  expect(placeImage(name, type, 'abc123')).toEqual({ kind: 'refused', why })
  expect(refusalOf(why)?.status).toBe(415)
})

test('an address may hold anything', () => expect(refusalOf('constructor')).toBeNull())
