import type { Case } from '../../machines/case/case.ts'
import { sceneMap } from '../../machines/case/graph/scene-map.ts'
import { drawMap } from '../components/map-layout.ts'
import type { DraftMap } from '../components/studio-views.ts'
import type { MapView } from '../components/views.ts'

/** Laying out takes long for more scenes than this, and for thousands more calls within calls than there is room for. */
const MOST_DRAWN = 300

/** Pure. The map of a case for its author: every scene is named, none is preferred. */
export function draftMap(source: Case): DraftMap {
  const { nodes, edges } = sceneMap(source)
  const scenes = new Map(source.scenes.map((scene) => [scene.id, scene]))
  const named = nodes.map(({ id, kind, title }) => ({
    id,
    kind: kind === 'router' ? 'beat' : kind,
    title: endingTitle(scenes.get(id)) ?? title ?? id,
    onWay: true,
    numbers: [],
  }))
  const map: MapView = {
    // The drawing leaves room for the name of the first ending, so that is the longest.
    nodes: named.sort((one, other) => endingLength(other) - endingLength(one)),
    edges: edges.map(({ from, to }) => ({ from, to, onWay: true })),
    text: `Map of the case: ${nodes.length} scenes.`,
  }
  return {
    map,
    drawings: nodes.length > MOST_DRAWN ? null : drawMap(map),
    lines: Object.fromEntries(source.scenes.map(({ id, place }) => [id, place.line])),
  }
}

function endingTitle(scene: Case['scenes'][number] | undefined): string | null {
  return scene?.exit.kind === 'ending' ? scene.exit.title : null
}

function endingLength({ kind, title }: MapView['nodes'][number]): number {
  return kind === 'ending' ? title.length : 0
}
