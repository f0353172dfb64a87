import type { Case, Scene } from '../case/case.ts'
import { sceneMap } from '../case/graph/scene-map.ts'
import type { SceneMap } from '../case/graph/scene-map.ts'
import { arcKey } from './count-attempt.ts'
import type { Arc } from './protect.ts'
import { totalOf } from './tally.ts'
import type { Heading } from './tally.ts'

/** What a number of the network counts: learners in a scene, on a way between two, or with an option. */
type Counted =
  | { kind: 'scene'; scene: string }
  | { kind: 'edge'; from: string; to: string }
  | { kind: 'option'; decision: string; choice: string }
  | { kind: 'other' }

export type FlowArc = Arc & { counted: Counted }

/** Below this many learners nothing is said of how a group decided. */
export const SMALLEST_GROUP = 10

/** To hide how many were in a scene hides with it all that is said of its decision. */
const LOSS_OF_SCENE = 40

type Read = (heading: string) => Heading

/**
 * Pure. The numbers of ended attempts at a case as a network, in which every sum that holds between them is what flows into a
 * node and out of it: into a scene, through it, by an option, along a way of the map. Options of a scene with fewer than ten
 * learners are told nowhere, nor is anything that follows on a scene with one or two.
 *
 * In a case whose map has a circle, a learner's first way out of a scene need not be the way into the next one's first visit:
 * there each scene is a network of its own.
 */
export function flowNetwork(source: Case, headings: Read): Array<FlowArc> {
  const map = sceneMap(source)
  const inCircles = hasCircle(map)
  const visits = visitsOf(source, map, headings)
  const scenes = new Map(source.scenes.map((scene) => [scene.id, scene]))
  const ended = headings('attempts').get('ended') ?? 0
  return [
    other('the end', `in ${source.start}`, ended, 'fixed'),
    ...map.nodes.flatMap(({ id, kind }): Array<FlowArc> => {
      const value = visits.get(id) ?? 0
      if (kind === 'ending') return [sceneArc(id, inCircles ? 'the endings' : `in ${id}`, 'the end', value, 'shown')]
      // In a circle only what is few may differ: nothing else holds it in place.
      const known = inCircles && value > 2 ? 'fixed' : 'shown'
      return [
        sceneArc(id, `in ${id}`, `out ${id}`, value, id === source.start ? 'fixed' : known),
        ...waysOut(scenes.get(id), map, headings, value, inCircles),
      ]
    }),
    ...(inCircles ? [other('the end', 'the endings', ended, 'fixed')] : []),
  ]
}

/** How many learners were in each scene at least once. */
function visitsOf(source: Case, map: SceneMap, headings: Read): Map<string, number> {
  return new Map(
    map.nodes.map(({ id, kind }) => {
      if (kind === 'ending') return [id, headings('ended').get(id) ?? 0]
      const { exit } = source.scenes.find((scene) => scene.id === id) ?? {}
      const choices = exit?.kind === 'decision' ? exit.choices.map((choice) => choice.id) : ['-']
      return [id, choices.reduce((sum, choice) => sum + totalOf(headings(`way ${id} ${choice}`)), 0)]
    }),
  )
}

function waysOut(
  scene: Scene | undefined,
  map: SceneMap,
  headings: Read,
  visits: number,
  inCircles: boolean,
): Array<FlowArc> {
  if (!scene) return []
  const { id, exit } = scene
  const edges = map.edges.filter(({ from }) => from === id)
  const taken = (choice: string | null, to: string) => {
    const words = arcKey(id, choice, to).split(' ')
    return headings(words.slice(0, -1).join(' ')).get(to) ?? 0
  }
  const arcs: Array<FlowArc> = []
  for (const { to, choices } of edges) {
    const through = choices.length > 0 ? choices : [null]
    const value = through.reduce((sum, choice) => sum + taken(choice, to), 0)
    const counted = { kind: 'edge', from: id, to } as const
    const start = exit.kind === 'decision' ? `way ${id} ${to}` : `out ${id}`
    const goal = inCircles ? `in ${id}` : `in ${to}`
    const kind = visits === 1 || visits === 2 ? 'untold' : 'shown'
    arcs.push({ from: start, to: goal, value, kind, loss: lossOf(value), counted })
    for (const choice of choices) arcs.push(other(`option ${id} ${choice}`, start, taken(choice, to), 'untold'))
  }
  if (exit.kind !== 'decision') return arcs
  for (const choice of exit.choices) {
    const value = edges.reduce(
      (sum, { to, choices }) => sum + (choices.includes(choice.id) ? taken(choice.id, to) : 0),
      0,
    )
    const kind = visits >= SMALLEST_GROUP ? 'shown' : 'untold'
    const counted = { kind: 'option', decision: exit.id, choice: choice.id } as const
    arcs.push({ from: `out ${id}`, to: `option ${id} ${choice.id}`, value, kind, loss: lossOf(value), counted })
  }
  return arcs
}

function sceneArc(scene: string, from: string, to: string, value: number, kind: Arc['kind']): FlowArc {
  const loss = lossOf(value) + (value >= SMALLEST_GROUP ? LOSS_OF_SCENE : 0)
  return { from, to, value, kind, loss, counted: { kind: 'scene', scene } }
}

function other(from: string, to: string, value: number, kind: Arc['kind']): FlowArc {
  return { from, to, value, kind, loss: 1, counted: { kind: 'other' } }
}

/** Of two numbers the smaller is hidden, and few numbers rather than many. */
function lossOf(value: number): number {
  return 10 + Math.log2(value + 1)
}

/** Whether one can come back to a scene along the ways of the map, whatever their conditions. */
function hasCircle({ nodes, edges }: SceneMap): boolean {
  const left = new Set(nodes.map(({ id }) => id))
  for (let before = -1; before !== left.size;) {
    before = left.size
    for (const id of left) if (!edges.some(({ from, to }) => from === id && left.has(to))) left.delete(id)
  }
  return left.size > 0
}
