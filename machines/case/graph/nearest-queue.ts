import { integerAt, numberAt } from './numbers.ts'

/** States that wait their turn, the one with the least distance first. */
export type NearestQueue = {
  add: (state: number, distance: number) => void
  isEmpty: () => boolean
  /** The distance of the state that is next. */
  distance: () => number
  /** Takes out the state that is next. */
  take: () => number
}

/** A binary heap. A state may wait more than once; who takes it sees by its distance whether it is out of date. */
export function nearestQueue(): NearestQueue {
  let states = new Int32Array(256)
  let distances = new Float64Array(256)
  let length = 0

  function put(place: number, state: number, distance: number): void {
    states[place] = state
    distances[place] = distance
  }

  function grow(): void {
    const moreStates = new Int32Array(length * 2)
    const moreDistances = new Float64Array(length * 2)
    moreStates.set(states)
    moreDistances.set(distances)
    states = moreStates
    distances = moreDistances
  }

  return {
    isEmpty: () => length === 0,
    distance: () => numberAt(distances, 0),
    add(state, distance) {
      if (length === states.length) grow()
      let place = length
      length += 1
      while (place > 0) {
        const parent = (place - 1) >> 1
        if (numberAt(distances, parent) <= distance) break
        put(place, integerAt(states, parent), numberAt(distances, parent))
        place = parent
      }
      put(place, state, distance)
    },
    take() {
      const taken = integerAt(states, 0)
      length -= 1
      const state = integerAt(states, length)
      const distance = numberAt(distances, length)
      let place = 0
      for (;;) {
        let child = place * 2 + 1
        if (child >= length) break
        if (child + 1 < length && numberAt(distances, child + 1) < numberAt(distances, child)) child += 1
        if (numberAt(distances, child) >= distance) break
        put(place, integerAt(states, child), numberAt(distances, child))
        place = child
      }
      put(place, state, distance)
      return taken
    },
  }
}
