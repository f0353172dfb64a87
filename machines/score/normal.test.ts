import { expect, test } from 'vitest'
import { normalBelow } from './normal.ts'

/** Worked out to more digits than a double holds. */
const known: Array<[z: number, below: number]> = [
  [0, 0.5],
  [0.1, 0.539827837277029],
  [-1, 0.15865525393145705],
  [1.6448536269514722, 0.95],
  [-3, 0.0013498980316300946],
  [4.2, 0.9999866542509841],
  [-4.25, 0.000010688525774934392],
  [-8, 6.220960574271784e-16],
]

for (const [z, below] of known) {
  test(`the standard normal is below ${z} with probability ${below}`, () => {
    expect(Math.abs(normalBelow(z) - below)).toBeLessThan(1e-15 + 1e-12 * below)
  })
}

test('the normal distribution function stays within 0…1, rises, and mirrors', () => {
  let before = 0
  for (let z = -45; z <= 45; z += 0.05) {
    const below = normalBelow(z)
    expect(below).toBeGreaterThanOrEqual(before)
    expect(below).toBeLessThanOrEqual(1)
    expect(Math.abs(below + normalBelow(-z) - 1)).toBeLessThan(1e-15)
    before = below
  }
})
