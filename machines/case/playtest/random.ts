/** Numbers from 0 up to, but not, 1. */
export type Random = () => number

/**
 * The same row of numbers for the same seed, a 32-bit integer. Source: Jenkins's small fast generator as in PractRand, `sfc32`,
 * with the twelve warm-up rounds that its author gives it.
 */
export function randomFrom(seed: number): Random {
  let a = seed | 0
  let b = 0x9e3779b9 | 0
  let c = 0x243f6a88 | 0
  let counter = 1
  function next(): number {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    c |= 0
    return (sum >>> 0) / 2 ** 32
  }
  for (let round = 0; round < 12; round += 1) next()
  return next
}

/** One of the items, by the chances of each; they add up to 1. */
export function drawn<T>(items: ReadonlyArray<T>, chances: ReadonlyArray<number>, random: Random): T {
  let left = random()
  let last: T | undefined
  for (const [index, item] of items.entries()) {
    const chance = chances[index] ?? 0
    if (chance === 0) continue
    last = item
    left -= chance
    if (left < 0) return item
  }
  // Rounding may leave a rest.
  if (last === undefined) throw new Error('Expected an item with a chance, found none')
  return last
}
