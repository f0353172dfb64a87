import type { Decision } from '../case.ts'
import { componentsOf, isLoop } from './components.ts'
import type { Components } from './components.ts'
import type { StateGraph } from './explore.ts'
import { at, integerAt } from './numbers.ts'

/** A decision that some path meets more than twice; endless if there is a loop through it. */
export type ManyMeetings = { decision: Decision; isEndless: boolean }

/**
 * Pure. The decisions that can be met more than twice on one path, in the order of the file. Only those whose scene the
 * story can come back to are looked at, 32 at a time: three sets of bits say for each state which of them some path to it
 * has met once, twice and three times.
 */
export function mostMeetings(graph: StateGraph, components: Components): Array<ManyMeetings> {
  const { scenes } = graph.stepper.case
  const endless = new Set<number>()
  for (let component = 0; component < components.count; component += 1) {
    if (!isLoop(graph, components, component)) continue
    const end = integerAt(components.offsets, component + 1)
    for (let index = integerAt(components.offsets, component); index < end; index += 1) {
      endless.add(integerAt(graph.scenes, integerAt(components.members, index)))
    }
  }
  const candidates = scenesComeBackTo(graph).filter(
    (scene) => !endless.has(scene) && at(scenes, scene).exit.kind === 'decision',
  )
  const often = new Set<number>()
  for (let first = 0; first < candidates.length; first += 32) {
    for (const scene of metThrice(graph, components, candidates.slice(first, first + 32))) often.add(scene)
  }
  return scenes.flatMap(({ exit }, scene) =>
    exit.kind === 'decision' && (endless.has(scene) || often.has(scene))
      ? [{ decision: exit, isEndless: endless.has(scene) }]
      : [],
  )
}

/** The scenes that lie on a loop of the story, whether or not the states allow to go round it. */
function scenesComeBackTo(graph: StateGraph): Array<number> {
  const size = graph.stepper.case.scenes.length
  const next = Array.from({ length: size }, () => new Set<number>())
  for (let state = 0; state < graph.size; state += 1) {
    const leads = at(next, integerAt(graph.scenes, state))
    for (let edge = integerAt(graph.offsets, state); edge < integerAt(graph.offsets, state + 1); edge += 1) {
      leads.add(integerAt(graph.scenes, integerAt(graph.targets, edge)))
    }
  }
  const offsets = new Int32Array(size + 1)
  for (const [scene, leads] of next.entries()) offsets[scene + 1] = integerAt(offsets, scene) + leads.size
  const story = { size, offsets, targets: Int32Array.from(next.flatMap((leads) => [...leads])) }
  const components = componentsOf(story)
  return Array.from(next.keys()).filter((scene) => isLoop(story, components, integerAt(components.of, scene)))
}

function metThrice(graph: StateGraph, components: Components, candidates: ReadonlyArray<number>): Array<number> {
  const bits = new Int32Array(graph.stepper.case.scenes.length)
  for (const [bit, scene] of candidates.entries()) bits[scene] = 1 << bit
  const once = new Int32Array(graph.size)
  const twice = new Int32Array(graph.size)
  const thrice = new Int32Array(graph.size)
  let found = 0

  function passOn(state: number, one: number, two: number, three: number): void {
    for (let edge = integerAt(graph.offsets, state); edge < integerAt(graph.offsets, state + 1); edge += 1) {
      const target = integerAt(graph.targets, edge)
      once[target] = integerAt(once, target) | one
      twice[target] = integerAt(twice, target) | two
      thrice[target] = integerAt(thrice, target) | three
    }
  }

  for (let component = components.count - 1; component >= 0; component -= 1) {
    const first = integerAt(components.offsets, component)
    const end = integerAt(components.offsets, component + 1)
    let [one, two, three] = [0, 0, 0]
    for (let index = first; index < end; index += 1) {
      const state = integerAt(components.members, index)
      const bit = integerAt(bits, integerAt(graph.scenes, state))
      three |= integerAt(thrice, state) | (integerAt(twice, state) & bit)
      two |= integerAt(twice, state) | (integerAt(once, state) & bit)
      one |= integerAt(once, state) | bit
    }
    found |= three
    for (let index = first; index < end; index += 1) passOn(integerAt(components.members, index), one, two, three)
  }
  return candidates.filter((_, bit) => (found & (1 << bit)) !== 0)
}
