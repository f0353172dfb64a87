import { type EdgeLabel, Graph, type GraphLabel, type NodeLabel, layout } from '@dagrejs/dagre'
import type { MapNode, MapView } from './views.ts'

export type Point = { x: number; y: number }

/** A node's place, and an edge's points from node to node by way of the columns it passes. */
export type Placed = {
  nodes: Array<{ node: MapNode; at: Point }>
  edges: Array<{ onWay: boolean; points: Array<Point> }>
}

/** How far apart lie endings and roads in a column, and how much more a scene takes. */
export type Spacing = { between: number; scene: number }

/** Not a scene: holds the endings together in the last column. */
const sink = ' end'

/** Space between columns in dagre's own units. It halves the space to have a place for the labels of edges. */
const columnSpace = 40

/**
 * Columns run along `main` and are numbered from 0; `cross` lies from 0 up, in dagre's units. Pure.
 * Source: Gansner et al., "A technique for drawing directed graphs" (1993), which dagre follows.
 */
export function placeNodes(map: MapView, { between, scene }: Spacing): Placed {
  const graph = new Graph<GraphLabel, NodeLabel, EdgeLabel>()
  graph.setGraph({
    rankdir: 'LR',
    ranksep: columnSpace,
    nodesep: between,
    edgesep: between,
    marginx: 0,
    marginy: 0,
  })
  graph.setDefaultEdgeLabel(() => ({}))
  for (const node of map.nodes) graph.setNode(nameOf(node.id), { width: 0, height: node.kind === 'ending' ? 0 : scene })
  graph.setNode(sink, { width: 0, height: 0 })
  for (const node of map.nodes) if (node.kind === 'ending') graph.setEdge(nameOf(node.id), sink, { weight: 40 })
  const edges = oncePerPair(map)
  for (const { from, to, onWay } of edges) graph.setEdge(nameOf(from), nameOf(to), { weight: onWay ? 6 : 1 })
  layout(graph)

  const known = new Set(map.nodes.map(({ id }) => id))
  const placeOf = (id: string): Point => {
    const { x = 0, y = 0 } = graph.node(nameOf(id))
    return { x: x / columnSpace, y }
  }
  const least = Math.min(...map.nodes.map(({ id }) => placeOf(id).x))
  const top = Math.min(...map.nodes.map(({ id }) => placeOf(id).y))
  const moved = ({ x, y }: Point): Point => ({ x: x - least, y: y - top })

  return {
    nodes: map.nodes.map((node) => ({ node, at: moved(placeOf(node.id)) })),
    edges: edges
      .filter(({ from, to }) => known.has(from) && known.has(to))
      .map(({ from, to, onWay }) => {
        const inner = (graph.edge(nameOf(from), nameOf(to)).points ?? [])
          .map(({ x, y }) => moved({ x: x / columnSpace, y }))
          .filter(({ x }) => isColumn(x) && isBetween(x, moved(placeOf(from)).x, moved(placeOf(to)).x))
        return { onWay, points: [moved(placeOf(from)), ...inner, moved(placeOf(to))] }
      }),
  }
}

/** dagre keeps nodes in plain objects, where a scene called `constructor` would be taken for what every object has. */
function nameOf(id: string): string {
  return `scene ${id}`
}

/** Two choices may lead to one scene: one line, thick if either was taken. A scene that leads to itself needs no line. */
function oncePerPair({ edges }: MapView): MapView['edges'] {
  const pairs = new Map<string, MapView['edges'][number]>()
  for (const edge of edges) {
    if (edge.from === edge.to) continue
    const key = `${edge.from} ${edge.to}`
    pairs.set(key, { ...edge, onWay: edge.onWay || (pairs.get(key)?.onWay ?? false) })
  }
  return [...pairs.values()]
}

function isColumn(x: number): boolean {
  return Math.abs(x - Math.round(x)) < 0.01
}

function isBetween(x: number, one: number, other: number): boolean {
  return x > Math.min(one, other) + 0.5 && x < Math.max(one, other) - 0.5
}
