import type { Packing } from './packing.ts'
import { integerAt } from './numbers.ts'

/** The states met so far, each once, numbered from 0 in the order in which they were added. */
export type StateTable = {
  size: () => number
  /** The number of a state; a state that is not there yet is added. */
  add: (scene: number, values: ReadonlyArray<number>) => number
  sceneOf: (state: number) => number
  valuesOf: (state: number) => Array<number>
}

/** An open-addressed hash set over packed states: a million states of 30 booleans take some 16 MB. */
export function stateTable(packing: Packing): StateTable {
  const { words } = packing
  let packed = new Int32Array(words * 1024)
  let buckets = new Int32Array(4096).fill(-1)
  let size = 0

  function hashAt(start: number): number {
    let hash = 0
    for (let index = start; index < start + words; index += 1) {
      hash = Math.imul(hash ^ integerAt(packed, index), 0x9e3779b1)
      hash ^= hash >>> 15
    }
    hash = Math.imul(hash, 0x85ebca6b)
    return (hash ^ (hash >>> 13)) >>> 0
  }

  function isSame(state: number, start: number): boolean {
    const other = state * words
    for (let index = 0; index < words; index += 1) {
      if (packed[other + index] !== packed[start + index]) return false
    }
    return true
  }

  /** The bucket that holds the state written at `start`, or the empty one where it would go. */
  function bucketFor(start: number): number {
    const last = buckets.length - 1
    let bucket = hashAt(start) & last
    while (integerAt(buckets, bucket) >= 0 && !isSame(integerAt(buckets, bucket), start)) bucket = (bucket + 1) & last
    return bucket
  }

  function grow(): void {
    if ((size + 1) * words > packed.length) {
      const larger = new Int32Array(packed.length * 2)
      larger.set(packed)
      packed = larger
    }
    if (size * 2 <= buckets.length) return
    buckets = new Int32Array(buckets.length * 2).fill(-1)
    for (let state = 0; state < size; state += 1) buckets[bucketFor(state * words)] = state
  }

  return {
    size: () => size,
    add(scene, values) {
      grow()
      packing.pack(scene, values, packed, size * words)
      const bucket = bucketFor(size * words)
      const found = integerAt(buckets, bucket)
      if (found >= 0) return found
      buckets[bucket] = size
      size += 1
      return size - 1
    },
    sceneOf: (state) => packing.sceneAt(packed, state * words),
    valuesOf: (state) => packing.valuesAt(packed, state * words),
  }
}
