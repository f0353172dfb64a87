/**
 * Pure. The options of a decision in the order in which one attempt shows them: by a hash of attempt, decision and option, so
 * that a place tells nothing about quality, learners differ, and every reload looks the same.
 */
export function orderOptions<T extends { id: string }>(
  attempt: string,
  decision: string,
  options: ReadonlyArray<T>,
): Array<T> {
  return options
    .map((option) => ({ option, key: hash(`${attempt}\n${decision}\n${option.id}`) }))
    .sort((a, b) => a.key - b.key || a.option.id.localeCompare(b.option.id))
    .map(({ option }) => option)
}

/** 32-bit FNV-1a with the finishing steps of MurmurHash3: FNV alone leaves the high bits of short keys alike. */
function hash(text: string): number {
  let h = 0x811c9dc5
  for (let index = 0; index < text.length; index++) h = Math.imul(h ^ text.charCodeAt(index), 0x01000193)
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}
