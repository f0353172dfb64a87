import type { Case } from '../../machines/case/case.ts'
import { sceneMap } from '../../machines/case/graph/scene-map.ts'
import type { MapNode, MapView } from '../components/views.ts'
import type { Played } from './attempt.server.ts'

/** Pure. The map of a case with the way that an attempt took through it. Scenes off the way are not named. */
export function caseMapView({ loaded, standing }: Played): MapView {
  const { nodes: scenes, edges } = sceneMap(loaded.case)
  const nodes = scenes.map((node) => ({ ...node, title: endingTitle(loaded.case, node.id) ?? node.title }))
  const shown = new Set(nodes.map(({ id }) => id))
  const way = standing.visits.filter(({ state }) => shown.has(state.scene))
  const numbers = new Map<string, Array<number>>()
  let decided = 0
  for (const { state, choice } of way) {
    const here = numbers.get(state.scene) ?? []
    if (choice !== null) here.push((decided += 1))
    numbers.set(state.scene, here)
  }
  const steps = new Set(way.slice(1).map(({ state }, index) => `${way[index]?.state.scene} ${state.scene}`))
  return {
    nodes: nodes.map(({ id, kind, title }): MapNode => {
      const onWay = numbers.has(id)
      // A router is drawn only where a case starts with one: as the point from which the ways part.
      return {
        id,
        kind: kind === 'router' ? 'beat' : kind,
        title: onWay ? (title ?? '') : '',
        onWay,
        numbers: numbers.get(id) ?? [],
      }
    }),
    edges: edges.map(({ from, to }) => ({ from, to, onWay: steps.has(`${from} ${to}`) })),
    text: mapText(
      way.map(({ state }) => nodes.find(({ id }) => id === state.scene)?.title ?? null),
      decided,
      nodes.length - numbers.size,
    ),
  }
}

/** An ending is called on the map as it is called everywhere else in the debrief. */
function endingTitle({ scenes }: Case, id: string): string | null {
  const exit = scenes.find((scene) => scene.id === id)?.exit
  return exit?.kind === 'ending' ? exit.title : null
}

function mapText(titles: ReadonlyArray<string | null>, decided: number, elsewhere: number): string {
  const named = titles.filter((title) => title !== null)
  const rest = elsewhere === 0 ? '' : ` ${elsewhere === 1 ? 'One scene' : `${elsewhere} scenes`} lay on other ways.`
  return `Map of the case. Your way ran through ${decided} ${decided === 1 ? 'decision' : 'decisions'}: ${named.join(', ')}.${rest}`
}
