import type { Case } from '../case.ts'
import type { Slots } from '../evaluate.ts'

/** Where a slot lies within the 32-bit words of a packed state. A slot that nothing ever changes takes no bits. */
type Field = { slot: number; word: number; shift: number; mask: number; min: number }

/** How the states of a case are written as a few 32-bit words each: equal words, equal state. */
export type Packing = {
  words: number
  pack: (scene: number, values: ReadonlyArray<number>, into: Int32Array, at: number) => void
  sceneAt: (from: Int32Array, at: number) => number
  valuesAt: (from: Int32Array, at: number) => Array<number>
}

/** Pure. Fields are as wide as their bounds ask for, and none lies across two words. */
export function packingOf(source: Case, slots: Slots, initial: ReadonlyArray<number>): Packing {
  const sceneMask = maskFor(source.scenes.length)
  const fields: Array<Field> = []
  let word = 0
  let used = bitsIn(sceneMask)
  for (const [slot, count, min] of changing(source, slots)) {
    const mask = maskFor(count)
    if (used + bitsIn(mask) > 32) {
      word += 1
      used = 0
    }
    fields.push({ slot, word, shift: used, mask, min })
    used += bitsIn(mask)
  }
  const words = word + 1

  return {
    words,
    pack(scene, values, into, at) {
      into.fill(0, at, at + words)
      into[at] = scene
      for (const { slot, word: offset, shift, min } of fields) {
        into[at + offset] = (into[at + offset] ?? 0) | (((values[slot] ?? 0) - min) << shift)
      }
    },
    sceneAt: (from, at) => (from[at] ?? 0) & sceneMask,
    valuesAt(from, at) {
      const values = initial.slice()
      for (const { slot, word: offset, shift, mask, min } of fields) {
        values[slot] = (((from[at + offset] ?? 0) >>> shift) & mask) + min
      }
      return values
    },
  }
}

/** The slots that play can change, each with the number of values that it can have and the least of them. */
function* changing(source: Case, slots: Slots): Generator<[slot: number, count: number, min: number]> {
  const set = new Set<string>()
  for (const { exit } of source.scenes) {
    if (exit.kind !== 'decision') continue
    for (const choice of exit.choices) for (const effect of choice.set) set.add(effect.name)
  }
  for (const [key, slot] of slots.indexes) {
    const variable = slots.variables[slot]
    if (!variable || (variable.kind === 'boolean' && set.has(key))) yield [slot, 2, 0]
    else if (variable.kind === 'integer' && set.has(key)) yield [slot, variable.max - variable.min + 1, variable.min]
  }
}

function maskFor(count: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(count, 1))) - 1
}

function bitsIn(mask: number): number {
  return Math.round(Math.log2(mask + 1))
}
