/** Numbers that look drawn by chance and are the same for the same seed. */
export type Random = {
  /** 0 ≤ x < 1 */
  uniform: () => number
  /** Standard normal. */
  normal: () => number
  /** A whole number from 0, below `count`. */
  below: (count: number) => number
  pick: <T>(items: ReadonlyArray<T>) => T
  shuffled: <T>(items: ReadonlyArray<T>) => Array<T>
}

/** sfc32 (Chris Doty-Humphrey, PractRand) with the normals of Marsaglia's polar method. */
export function randomFrom(seed: number): Random {
  const uniform = sfc32(seed)

  function below(count: number): number {
    return Math.floor(uniform() * count)
  }

  function normal(): number {
    for (;;) {
      const x = 2 * uniform() - 1
      const y = 2 * uniform() - 1
      const square = x * x + y * y
      if (square > 0 && square < 1) return x * Math.sqrt((-2 * Math.log(square)) / square)
    }
  }

  function pick<T>(items: ReadonlyArray<T>): T {
    const item = items[below(items.length)]
    if (item === undefined) throw new RangeError('expected something to pick from, found an empty list')
    return item
  }

  function shuffled<T>(items: ReadonlyArray<T>): Array<T> {
    return items
      .map((item) => ({ item, place: uniform() }))
      .sort((one, other) => one.place - other.place)
      .map(({ item }) => item)
  }

  return { uniform, normal, below, pick, shuffled }
}

function sfc32(seed: number): () => number {
  let [a, b, c, counter] = [0x9e3779b9, seed >>> 0, Math.floor(seed / 2 ** 32) >>> 0, 1]
  function next(): number {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return (sum >>> 0) / 2 ** 32
  }
  for (let round = 0; round < 16; round += 1) next()
  return next
}
