import { curveBumpX, curveBumpY, line } from 'd3-shape'
import { shorten, textWidth, twoLines } from './label-fit.ts'
import { type Placed, type Point, placeNodes } from './map-graph.ts'
import { type Box, type Label, placeLabels } from './map-labels.ts'
import type { MapNode, MapView } from './views.ts'

export type DrawnNode = {
  id: string
  title: string
  kind: MapNode['kind']
  onWay: boolean
  at: Point
  /** The numbers of its decisions as the mark says them, "3" or "3, 8", and how wide that mark is. */
  number: string
  width: number
  label: Label | null
}

export type MapDrawing = {
  width: number
  /** The part that is shown runs from `top`, as high as `height`. */
  top: number
  height: number
  nodes: Array<DrawnNode>
  edges: Array<{ path: string; onWay: boolean }>
}

export type MapDrawings = { across: MapDrawing; down: MapDrawing }

/** Both drawings of a map. Pure; called by the loader, so that no layout is done, or sent, in the browser. */
export function drawMap(map: MapView): MapDrawings {
  return { across: drawAcross(map), down: drawDown(map) }
}

const fontSize = 13
const boldSize = fontSize * 1.06
const across = { width: 1120, side: 24, between: 34, scene: 40, margin: 8, widestColumn: 128, ending: 200 }
const down = { width: 280, between: 22, scene: 18, tree: 120, side: 12, above: 16, row: 44, below: 20, toName: 22 }

function drawAcross(map: MapView): MapDrawing {
  const placed = placeNodes(map, across)
  const ending = map.nodes.find((node) => node.kind === 'ending' && node.onWay)
  const endingText = ending === undefined ? '' : shorten(ending.title, across.ending, boldSize)
  const right = endingText === '' ? across.side : textWidth(endingText, boldSize) + 24
  const columns = Math.max(1, ...placed.nodes.map(({ at }) => at.x))
  const step = Math.min(across.widestColumn, (across.width - across.side - right) / columns)
  const put = ({ x, y }: Point): Point => ({ x: across.side + x * step, y })
  const edges = placed.edges.map(({ points, onWay }) => ({ points: points.map(put), onWay }))

  const nodes = placed.nodes.map(({ node, at }) => drawn(node, put(at)))
  for (const node of nodes) if (node.id === ending?.id) node.label = besideEnding(node.at, endingText)
  const unnamed = nodes.filter((node) => node.onWay && node.label === null).sort((one, other) => one.at.x - other.at.x)
  const labels = placeLabels(
    unnamed.map(({ title, at, number, width }) => ({ title, at, half: number === '' ? width / 2 : 10 })),
    {
      taken: nodes.flatMap((node) => (node.label === null ? [markBox(node)] : [markBox(node), node.label.box])),
      way: edges.filter(({ onWay }) => onWay).flatMap(({ points }) => sampled(points)),
      roads: edges.filter(({ onWay }) => !onWay).flatMap(({ points }) => sampled(points)),
      width: across.width,
    },
  )
  for (const [place, node] of unnamed.entries()) node.label = labels[place] ?? null

  const extents = nodes.flatMap((node) => (node.label === null ? [markBox(node)] : [markBox(node), node.label.box]))
  const top = Math.min(...extents.map((box) => box.top)) - across.margin
  const curve = line<Point>(
    (point) => point.x,
    (point) => point.y,
  ).curve(curveBumpX)
  return {
    width: across.width,
    top,
    height: Math.max(...extents.map((box) => box.bottom)) + across.margin - top,
    nodes,
    edges: edges.map(({ points, onWay }) => ({ path: curve(points) ?? '', onWay })),
  }
}

/** Rows from top to bottom, the names of the way in a column of their own beside the drawing. */
function drawDown(map: MapView): MapDrawing {
  const placed = placeNodes(map, down)
  const spread = lowest(placed)
  const scale = Math.min(1, down.tree / Math.max(1, spread))
  const put = ({ x, y }: Point): Point => ({ x: down.side + y * scale, y: down.above + x * down.row })
  const nameX = down.side + spread * scale + down.toName

  const rowsNamed = new Set<number>()
  const nodes = placed.nodes.map(({ node, at }) => {
    const mark = drawn(node, put(at))
    if (!node.onWay || rowsNamed.has(mark.at.y)) return mark
    rowsNamed.add(mark.at.y)
    return { ...mark, label: besideRow(mark, nameX) }
  })

  const curve = line<Point>(
    (point) => point.x,
    (point) => point.y,
  ).curve(curveBumpY)
  return {
    width: down.width,
    top: 0,
    height: down.above + Math.max(...placed.nodes.map(({ at }) => at.x)) * down.row + down.below,
    nodes,
    edges: placed.edges.map(({ points, onWay }) => ({ path: curve(points.map(put)) ?? '', onWay })),
  }
}

function drawn({ id, title, kind, onWay, numbers }: MapNode, at: Point): DrawnNode {
  const number = numbers.join(', ')
  return { id, title, kind, onWay, at, number, width: markWidth(kind, onWay, number), label: null }
}

function markWidth(kind: MapNode['kind'], onWay: boolean, number: string): number {
  if (number !== '') return Math.max(20, textWidth(number, 11) + 9)
  if (kind === 'ending') return 11
  return onWay ? 9 : 10
}

function markBox({ at, width, number }: DrawnNode): Box {
  const half = number === '' ? width / 2 : 10
  return { left: at.x - width / 2, right: at.x + width / 2, top: at.y - half - 2, bottom: at.y + half + 2 }
}

function besideEnding(at: Point, text: string): Label {
  const x = at.x + 16
  const box = { left: x, right: x + textWidth(text, boldSize), top: at.y - 9, bottom: at.y + 9 }
  return { x, y: at.y + 4.5, anchor: 'start', lines: [text], box }
}

function besideRow({ at, kind, title }: DrawnNode, x: number): Label {
  const lines = twoLines(title, down.width - x, kind === 'ending' ? boldSize : fontSize)
  const top = at.y - lines.length * 8
  const box = { left: x, right: down.width, top, bottom: top + lines.length * 16 }
  return { x, y: top + 12.5, anchor: 'start', lines, box }
}

const samples = Array.from({ length: 15 }, (_, place) => (place + 0.5) / 15)

/** Points along the curve that d3's `curveBumpX` draws: cubic, its handles half way and level. Pure. */
function sampled(points: Array<Point>): Array<Point> {
  return points.slice(1).flatMap((to, place) => {
    const from = points[place] ?? to
    return samples.map((t) => ({
      x: from.x + (to.x - from.x) * (1.5 * t - 1.5 * t * t + t * t * t),
      y: from.y + (to.y - from.y) * (3 * t * t - 2 * t * t * t),
    }))
  })
}

function lowest({ nodes }: Placed): number {
  return Math.max(...nodes.map(({ at }) => at.y))
}
