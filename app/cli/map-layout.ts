import { Graph, layout } from '@dagrejs/dagre'
import type { EdgeLabel, GraphLabel, NodeLabel } from '@dagrejs/dagre'
import type { CaseMap, MapNode, MapWay } from './map-graph.ts'
import { widthOf } from './terminal.ts'

export type Point = { x: number; y: number }
type Size = { width: number; height: number }

/** `lines`: a title on one or two lines, then the id, then what the scene is about. `at` is the middle. */
export type PlacedNode = { node: MapNode; titleLines: Array<string>; notes: Array<string>; at: Point } & Size

/** All ways from one scene to another are one line with a label for each. `label` is the middle of the labels' box. */
export type PlacedEdge = { from: string; to: string; ways: Array<MapWay>; points: Array<Point>; label: Point & Size }

export type PlacedMap = { nodes: Array<PlacedNode>; edges: Array<PlacedEdge> } & Size

export const FONT = { title: 14, note: 11, line: 17 }
const WIDEST_TITLE = 30
const MARGIN = 24

/** Pure. Places a case from top to bottom. Source: Gansner et al., "A technique for drawing directed graphs" (1993), as in dagre. */
export function placeMap(map: CaseMap): PlacedMap {
  const graph = new Graph<GraphLabel, NodeLabel, EdgeLabel>()
  graph.setGraph({ rankdir: 'TB', ranksep: 34, nodesep: 36, edgesep: 18, marginx: MARGIN, marginy: MARGIN })
  const nodes = map.nodes.map(boxOf)
  for (const { node, width, height } of nodes) graph.setNode(node.id, { width, height })
  const edges = edgesOf(map)
  for (const { from, to, label } of edges)
    graph.setEdge(from, to, { width: label.width, height: label.height, labelpos: 'c' })
  layout(graph)
  const { width = 0, height = 0 } = graph.graph()
  return {
    width,
    height,
    nodes: nodes.map((box) => ({ ...box, at: pointOf(graph.node(box.node.id)) })),
    edges: edges.map((edge) => {
      const placed = graph.edge(edge.from, edge.to)
      return { ...edge, points: (placed.points ?? []).map(pointOf), label: { ...edge.label, ...pointOf(placed) } }
    }),
  }
}

/** Pure. How wide a text is drawn at most, in pixels. */
export function textWidth(text: string, fontSize: number): number {
  return widthOf(text) * fontSize * 0.58
}

/** Pure. What is written on a way: its choice, and its condition. */
export function wayText({ choice, condition }: MapWay): string {
  const parts = [choice?.id ?? '', condition === null ? '' : `if ${cut(condition, 30)}`]
  return parts.filter((part) => part !== '').join(' ')
}

/** Pure. The ratings of a way, which stand after its text. */
export function ratingText({ choice }: MapWay): { execution: string; influence: string } {
  const say = (rating: number | null | undefined) => (rating === null || rating === undefined ? '' : ` ${rating}`)
  return { execution: say(choice?.execution), influence: say(choice?.influence) }
}

function boxOf(node: MapNode): Omit<PlacedNode, 'at'> {
  const titleLines = node.title === null ? [] : twoLines(node.title)
  const notes = [
    node.isStart ? `${node.id} (start)` : node.id,
    ...(node.about.length > 0 ? [node.about.join(', ')] : []),
  ]
  const widest = Math.max(
    ...titleLines.map((line) => textWidth(line, FONT.title * 1.06)),
    ...notes.map((note) => textWidth(note, FONT.note)),
  )
  return { node, titleLines, notes, width: widest + 28, height: (titleLines.length + notes.length) * FONT.line + 16 }
}

function edgesOf({ ways }: CaseMap): Array<Omit<PlacedEdge, 'points'>> {
  const pairs = new Map<string, Array<MapWay>>()
  for (const way of ways) {
    const key = `${way.from} ${way.to}`
    pairs.set(key, [...(pairs.get(key) ?? []), way])
  }
  return [...pairs.values()].flatMap((between) => {
    const [first] = between
    if (!first) return []
    const texts = between.map((way) => wayText(way) + ratingText(way).execution + ratingText(way).influence)
    const width = Math.max(...texts.map((text) => textWidth(text, FONT.note)))
    const height = texts.every((text) => text === '') ? 0 : texts.length * (FONT.note + 4)
    return [{ from: first.from, to: first.to, ways: between, label: { x: 0, y: 0, width, height } }]
  })
}

function pointOf({ x = 0, y = 0 }: { x?: number; y?: number }): Point {
  return { x, y }
}

function twoLines(title: string): Array<string> {
  if (widthOf(title) <= WIDEST_TITLE) return [title]
  const words = title.split(/\s+/)
  let first = ''
  while (words[0] !== undefined && widthOf(`${first} ${words[0]}`) <= WIDEST_TITLE)
    first = `${first} ${words.shift()}`.trim()
  return [first, cut(words.join(' '), WIDEST_TITLE)].filter((line) => line !== '')
}

function cut(text: string, most: number): string {
  const characters = [...text]
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`
}
