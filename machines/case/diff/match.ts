/** Two lists of things that are known by a key, each of which comes once in a list. */
export type Matched<T> = {
  removed: Array<T>
  added: Array<T>
  /** In the order of the later list; `moved` with the places of it, from 1, in the two lists. */
  kept: Array<{ before: T; after: T; moved: { from: number; to: number } | null }>
}

/**
 * Pure. Which of a list were removed, added and kept, and of those kept as few as possible that were moved: all but a longest
 * row that kept its order. Source: longest increasing subsequence by patience, Fredman 1975.
 */
export function matched<T>(before: ReadonlyArray<T>, after: ReadonlyArray<T>, keyOf: (item: T) => string): Matched<T> {
  const placesBefore = new Map(before.map((item, place) => [keyOf(item), place]))
  const keysAfter = new Set(after.map(keyOf))
  const kept = after.flatMap((item, to) => {
    const from = placesBefore.get(keyOf(item))
    const earlier = from === undefined ? undefined : before[from]
    return from === undefined || earlier === undefined ? [] : [{ before: earlier, after: item, from, to }]
  })
  const inOrder = longestRising(kept.map(({ from }) => from))
  return {
    removed: before.filter((item) => !keysAfter.has(keyOf(item))),
    added: after.filter((item) => !placesBefore.has(keyOf(item))),
    kept: kept.map(({ from, to, ...pair }) => ({
      ...pair,
      moved: inOrder.has(from) ? null : { from: from + 1, to: to + 1 },
    })),
  }
}

/** The numbers of a longest row that rises; each number comes once. */
function longestRising(numbers: ReadonlyArray<number>): Set<number> {
  /** The least number with which a row of each length ends, and for each number the one before it in its row. */
  const ends: Array<number> = []
  const previous = new Map<number, number | null>()
  for (const number of numbers) {
    const place = ends.findIndex((end) => end > number)
    const length = place === -1 ? ends.length : place
    previous.set(number, ends[length - 1] ?? null)
    ends[length] = number
  }
  const row = new Set<number>()
  for (let number = ends.at(-1) ?? null; number !== null; number = previous.get(number) ?? null) row.add(number)
  return row
}

/**
 * Pure. Two lists of texts compared where nothing but the texts tells which is which: what begins and ends alike is the same, what
 * is left between is paired in order. `place` counts from 1, in the later list where it is there. Where the same texts only
 * stand in another order, that is one difference.
 */
export function pairedTexts(
  before: ReadonlyArray<string>,
  after: ReadonlyArray<string>,
): Array<{ place: number; before: string | null; after: string | null }> | 'reordered' {
  let start = 0
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1
  let end = 0
  const shorter = Math.min(before.length, after.length) - start
  while (end < shorter && before.at(-1 - end) === after.at(-1 - end)) end += 1
  const [left, right] = [before.slice(start, before.length - end), after.slice(start, after.length - end)]
  if (left.length > 1 && [...left].sort().join('\n\n') === [...right].sort().join('\n\n')) return 'reordered'
  return Array.from({ length: Math.max(left.length, right.length) }, (_, place) => ({
    place: start + place + 1,
    before: left[place] ?? null,
    after: right[place] ?? null,
  }))
}
