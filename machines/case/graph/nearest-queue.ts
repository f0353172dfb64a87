import { at } from './numbers.ts'

/** States that wait their turn, the one with the least distance first. */
export type NearestQueue = {
  add: (state: number, distance: number) => void
  /** The nearest state, taken out; null when none is left. */
  take: () => { state: number; distance: number } | null
}

/** A binary heap. A state may wait more than once; who takes it sees by its distance whether it is out of date. */
export function nearestQueue(): NearestQueue {
  const states: Array<number> = []
  const distances: Array<number> = []

  function put(place: number, state: number, distance: number): void {
    states[place] = state
    distances[place] = distance
  }

  function move(from: number, to: number): void {
    put(to, at(states, from), at(distances, from))
  }

  return {
    add(state, distance) {
      let place = states.length
      while (place > 0 && at(distances, (place - 1) >> 1) > distance) {
        put(place, at(states, (place - 1) >> 1), at(distances, (place - 1) >> 1))
        place = (place - 1) >> 1
      }
      put(place, state, distance)
    },
    take() {
      const state = states[0]
      const distance = distances[0]
      const lastState = states.pop()
      const lastDistance = distances.pop()
      if (state === undefined || distance === undefined) return null
      if (lastState === undefined || lastDistance === undefined || states.length === 0) return { state, distance }
      let place = 0
      for (;;) {
        let child = place * 2 + 1
        if (child >= states.length) break
        if (child + 1 < states.length && at(distances, child + 1) < at(distances, child)) child += 1
        if (at(distances, child) >= lastDistance) break
        move(child, place)
        place = child
      }
      put(place, lastState, lastDistance)
      return { state, distance }
    },
  }
}
