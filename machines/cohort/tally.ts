/**
 * How often each thing was counted: integers by key, a key that is missing counts 0. A key is words with a space between
 * them, all but the last naming what is counted. Whole numbers make tallies exact: in whatever order and grouping they are
 * merged, the result is the same, so what was kept step by step equals what is built afresh from the logs.
 */
export type Tally = ReadonlyMap<string, number>

/** Pure. All tallies in one. The work is linear in their keys. */
export function merged(tallies: Iterable<Tally>): Tally {
  const sum = new Map<string, number>()
  for (const tally of tallies) for (const [key, count] of tally) add(sum, key, count)
  return sum
}

/** Pure. A tally without what was merged into it before: the undoing of `merged`. */
export function without(tally: Tally, part: Tally): Tally {
  const rest = new Map(tally)
  for (const [key, count] of part) add(rest, key, -count)
  return rest
}

/** Pure. A tally of the given counts; the same key may come twice. */
export function tallyOf(counts: Iterable<readonly [key: string, count: number]>): Tally {
  const tally = new Map<string, number>()
  for (const [key, count] of counts) add(tally, key, count)
  return tally
}

/** What is counted under one heading: from a key's last word to its count. */
export type Heading = ReadonlyMap<string, number>

/** Pure. A tally laid open: for the words of a key but the last, what was counted under them. */
export function headingsOf(tally: Tally): (heading: string) => Heading {
  const headings = new Map<string, Map<string, number>>()
  for (const [key, count] of tally) {
    const end = key.lastIndexOf(' ')
    const heading = headings.get(key.slice(0, end)) ?? new Map<string, number>()
    headings.set(key.slice(0, end), heading.set(key.slice(end + 1), count))
  }
  return (heading) => headings.get(heading) ?? new Map()
}

/** Pure. The sum of what is counted under a heading. */
export function totalOf(heading: Heading): number {
  return [...heading.values()].reduce((sum, count) => sum + count, 0)
}

/** Nothing is kept as 0: a tally from which all was taken again equals one that never had it. */
function add(tally: Map<string, number>, key: string, count: number): void {
  const sum = (tally.get(key) ?? 0) + count
  if (sum === 0) tally.delete(key)
  else tally.set(key, sum)
}
