import { curveBumpX, line } from 'd3-shape'
import { besideEnding, endingWidth, placeFlowLabels } from './flow-labels.ts'
import type { FlowLabel, Named } from './flow-labels.ts'
import { shorten } from './label-fit.ts'
import { placeNodes } from './map-graph.ts'
import type { Point } from './map-graph.ts'
import type { Box } from './map-labels.ts'

/** A scene or an ending. `learners` is null where the number is kept back; `count` says it in words. */
export type FlowNode = {
  id: string
  kind: 'decision' | 'beat' | 'ending'
  title: string
  learners: number | null
  count: string
}

export type FlowEdge = { from: string; to: string; learners: number | null }

export type DrawnPost = { id: string; x: number; y: number; height: number; isEnding: boolean; label: FlowLabel | null }

/** `isHidden`: how many went there is not told, so it is drawn as a dotted line. */
type DrawnFlow = { path: string; width: number; isHidden: boolean }

export type FlowDrawing = {
  width: number
  top: number
  height: number
  posts: Array<DrawnPost>
  flows: Array<DrawnFlow>
}

const WIDTH = 1120
const SIDE = 8
const MARGIN = 10
const SPACING = { between: 46, scene: 60 }
/** All learners together are this high. */
const WIDEST = 46
const LEAST = 1.25
const LONGEST_ENDING = 190
const WIDEST_COLUMN = 128

/** Pure. The flow of attempts over the map of a case: each scene a post as high as its learners are many, each way a band. */
export function drawFlow(nodes: ReadonlyArray<FlowNode>, edges: ReadonlyArray<FlowEdge>, all: number): FlowDrawing {
  const met = nodes.filter(({ learners }) => learners !== 0)
  const known = new Set(met.map(({ id }) => id))
  const taken = edges.filter(
    ({ from, to, learners }) => learners !== 0 && known.has(from) && known.has(to) && from !== to,
  )
  const placed = placeNodes(
    {
      nodes: met.map(({ id, kind, title }) => ({ id, kind, title, onWay: true, numbers: [] })),
      edges: taken.map(({ from, to, learners }) => ({ from, to, onWay: (learners ?? 0) > all / 4 })),
      text: '',
    },
    SPACING,
  )
  const endings = met.filter(({ kind }) => kind === 'ending')
  const right =
    Math.max(0, ...endings.map(({ count, title }) => endingWidth(count, shorten(title, LONGEST_ENDING, 12.5)))) + 16
  const columns = Math.max(1, ...placed.nodes.map(({ at }) => at.x))
  const step = Math.min(WIDEST_COLUMN, (WIDTH - SIDE - right) / columns)
  const put = ({ x, y }: Point): Point => ({ x: SIDE + x * step, y })
  const at = new Map(placed.nodes.map(({ node, at: place }) => [node.id, put(place)]))
  const thick = (learners: number | null) => Math.max(LEAST, ((learners ?? 0) / Math.max(1, all)) * WIDEST)

  const ways = placed.edges.flatMap(({ points }, place) => {
    const edge = edgeAt(taken, placed.edges, place)
    return edge ? [{ edge, points: points.map(put), width: thick(edge.learners) }] : []
  })
  const ports = portsOf(ways, at)
  const curve = line<Point>(
    (point) => point.x,
    (point) => point.y,
  ).curve(curveBumpX)
  const flows = ways.map(({ edge, points, width }): DrawnFlow => {
    const port = ports.get(edge)
    const moved = points.map((point, place) => {
      if (place === 0) return { ...point, y: point.y + (port?.out ?? 0) }
      return place === points.length - 1 ? { ...point, y: point.y + (port?.into ?? 0) } : point
    })
    return { path: curve(moved) ?? '', width, isHidden: edge.learners === null }
  })

  const posts = met.map((node): DrawnPost => {
    const { x, y } = at.get(node.id) ?? { x: 0, y: 0 }
    const isEnding = node.kind === 'ending'
    return { id: node.id, x, y, height: Math.max(7, thick(node.learners)), isEnding, label: null }
  })
  labelPosts(posts, met, step)
  const extents = posts.flatMap((post) => (post.label === null ? [boxOf(post)] : [boxOf(post), post.label.box]))
  const top = Math.min(0, ...extents.map((box) => box.top)) - MARGIN
  return { width: WIDTH, top, height: Math.max(...extents.map((box) => box.bottom), 0) + MARGIN - top, posts, flows }
}

/** The layout keeps the order of the edges, and one for each pair of scenes. */
function edgeAt(taken: ReadonlyArray<FlowEdge>, placed: ReadonlyArray<unknown>, place: number): FlowEdge | undefined {
  const pairs = new Map<string, FlowEdge>()
  for (const edge of taken) if (!pairs.has(`${edge.from} ${edge.to}`)) pairs.set(`${edge.from} ${edge.to}`, edge)
  const unique = [...pairs.values()]
  return unique.length === placed.length ? unique[place] : undefined
}

type Way = { edge: FlowEdge; points: Array<Point>; width: number }

/** How far from the middle of its posts each band leaves and arrives, so that bands lie side by side in the order of where they go. */
function portsOf(
  ways: ReadonlyArray<Way>,
  at: ReadonlyMap<string, Point>,
): Map<FlowEdge, { out: number; into: number }> {
  const ports = new Map(ways.map(({ edge }) => [edge, { out: 0, into: 0 }]))
  for (const id of at.keys()) {
    stack(
      ways.filter(({ edge }) => edge.from === id),
      ({ points }) => points[1]?.y ?? 0,
      (edge, y) => {
        const port = ports.get(edge)
        if (port) port.out = y
      },
    )
    stack(
      ways.filter(({ edge }) => edge.to === id),
      ({ points }) => points.at(-2)?.y ?? 0,
      (edge, y) => {
        const port = ports.get(edge)
        if (port) port.into = y
      },
    )
  }
  return ports
}

function stack(ways: Array<Way>, towards: (way: Way) => number, place: (edge: FlowEdge, y: number) => void): void {
  let y = -ways.reduce((sum, { width }) => sum + width, 0) / 2
  for (const way of ways.sort((one, other) => towards(one) - towards(other))) {
    place(way.edge, y + way.width / 2)
    y += way.width
  }
}

/** Endings are named beside their posts, scenes above or below. */
function labelPosts(posts: Array<DrawnPost>, nodes: ReadonlyArray<FlowNode>, step: number): void {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const named = (post: DrawnPost): Named => {
    const { title = '', count = '' } = byId.get(post.id) ?? {}
    return { x: post.x, y: post.y, half: post.height / 2, title, count }
  }
  for (const post of posts) if (post.isEnding) post.label = besideEnding(named(post), LONGEST_ENDING)
  const scenes = posts.filter(({ isEnding }) => !isEnding).sort((one, other) => one.x - other.x || one.y - other.y)
  const taken = [...posts.map(boxOf), ...posts.flatMap(({ label }) => label?.box ?? [])]
  const labels = placeFlowLabels(scenes.map(named), { taken, step, width: WIDTH })
  for (const [place, post] of scenes.entries()) post.label = labels[place] ?? null
}

function boxOf({ x, y, height }: DrawnPost): Box {
  return { left: x - 2, right: x + 2, top: y - height / 2 - 1, bottom: y + height / 2 + 1 }
}
