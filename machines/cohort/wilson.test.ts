import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wilsonShare } from './wilson.ts'

// By hand: p = 7/40, z² = 2.7055434541, centre (0.175 + z²/80)/(1 + z²/40) = 0.19559, half z√(0.144375/40 + z²/6400)/(1 + z²/40) = 0.09793.
test.each([
  [7, 40, 0.0977, 0.2935],
  [24, 40, 0.4702, 0.7171],
  [0, 52, 0, 0.0495],
  [10, 10, 0.7871, 1],
])('%i of %i lies between %d and %d', (count, of, low, high) => {
  const share = wilsonShare(count, of)
  expect(share.share).toBe(count / of)
  expect(share.low).toBeCloseTo(low, 3)
  expect(share.high).toBeCloseTo(high, 3)
})

test('the interval holds the share, stays within 0…1, and is the mirror image of that of the rest', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5000 }), fc.nat(5000), (of, some) => {
      const count = some % (of + 1)
      const { share, low, high } = wilsonShare(count, of)
      expect(low).toBeGreaterThanOrEqual(0)
      expect(low).toBeLessThanOrEqual(share)
      expect(high).toBeGreaterThanOrEqual(share)
      expect(high).toBeLessThanOrEqual(1)
      expect(wilsonShare(of - count, of).low).toBeCloseTo(1 - high, 12)
    }),
  )
})
