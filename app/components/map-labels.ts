import { balanced, shorten, textWidth } from './label-fit.ts'
import type { Point } from './map-graph.ts'

export type Box = { left: number; right: number; top: number; bottom: number }

export type Label = { x: number; y: number; anchor: 'start' | 'middle' | 'end'; lines: Array<string>; box: Box }

/** A node that wants a name: its place, and how far its mark reaches to the sides. */
export type Named = { title: string; at: Point; half: number }

/** What names have to live with: they never touch `taken` or the edge, and would rather not lie on a line. */
export type Surroundings = { taken: Array<Box>; way: Array<Point>; roads: Array<Point>; width: number }

type Candidate = { label: Label; cost: number; isAbove: boolean }

const fontSize = 13
const widest = 190
const apart = 7
const lineHeight = 16
/** Names keep one distance from the way, whatever the mark. */
const reach = 10
const anchors = ['middle', 'start', 'end'] as const
const shares = [1, 0.8, 0.65, 0.5, 0.4]
const rounds = 6

/** What is given up by each way to place a name; only their order of size matters. */
const costs = { none: 90, twoLines: 5, cut: 14, cutAll: 40, onWay: 4, onRoad: 0.6, aside: 1.5, sameSide: 1 }

/**
 * Names nodes above or below their marks so that no name touches another, a mark, or the edge. Each name in turn takes the best place
 * that the others leave, for a few rounds; one without a readable place is left out. Pure, and the same for the same input.
 */
export function placeLabels(nodes: Array<Named>, around: Surroundings): Array<Label | null> {
  const candidates = nodes.map((node) => candidatesOf(node, around))
  const chosen: Array<Candidate | null> = nodes.map(() => null)
  for (let round = 0; round < rounds; round += 1) {
    for (const [place, options] of candidates.entries()) {
      const others = chosen.filter((_, index) => index !== place).filter((other) => other !== null)
      const beside = [chosen[place - 1], chosen[place + 1]]
      let best: Candidate | null = null
      let least = costs.none
      for (const option of options) {
        if (others.some((other) => touches(other.label.box, option.label.box, apart))) continue
        const cost = option.cost + costs.sameSide * beside.filter((other) => other?.isAbove === option.isAbove).length
        if (cost < least) [best, least] = [option, cost]
      }
      chosen[place] = best
    }
  }
  return chosen.map((candidate) => candidate?.label ?? null)
}

function candidatesOf(node: Named, { taken, way, roads, width }: Surroundings): Array<Candidate> {
  const found: Array<Candidate> = []
  for (const { lines, cost } of wordings(node.title)) {
    for (const isAbove of [false, true]) {
      for (const anchor of anchors) {
        const label = labelAt(node, lines, isAbove, anchor)
        const { box } = label
        if (box.left < 0 || box.right > width || taken.some((other) => touches(other, box, 2))) continue
        const crossed = costs.onWay * inside(way, box) + costs.onRoad * inside(roads, box)
        found.push({ label, isAbove, cost: cost + crossed + (anchor === 'middle' ? 0 : costs.aside) })
      }
    }
  }
  return found
}

/** The whole title on one line or two, then less and less of it. */
function wordings(title: string): Array<{ lines: Array<string>; cost: number }> {
  const full = Math.min(textWidth(title, fontSize), widest)
  const two = balanced(title, fontSize)?.map((line) => shorten(line, widest / 1.5, fontSize))
  const cuts = shares.map((share) => ({
    lines: [shorten(title, full * share, fontSize)],
    cost: costs.cut + costs.cutAll * (1 - share),
  }))
  return [
    ...(textWidth(title, fontSize) <= widest ? [{ lines: [title], cost: 0 }] : []),
    ...(two === undefined ? [] : [{ lines: two, cost: two.join(' ') === title ? costs.twoLines : costs.cut }]),
    ...cuts,
  ].filter(({ lines }) => lines.every((line) => line !== ''))
}

function labelAt({ at, half }: Named, lines: Array<string>, isAbove: boolean, anchor: Label['anchor']): Label {
  const width = Math.max(...lines.map((text) => textWidth(text, fontSize)))
  const x = anchor === 'middle' ? at.x : anchor === 'start' ? at.x - half : at.x + half
  const y = isAbove ? at.y - reach - 7 - (lines.length - 1) * lineHeight : at.y + reach + 17
  const left = anchor === 'middle' ? x - width / 2 : anchor === 'start' ? x : x - width
  const box = { left, right: left + width, top: y - 11, bottom: y + 4 + (lines.length - 1) * lineHeight }
  return { x, y, anchor, lines, box }
}

/** Whether two boxes overlap or lie closer side by side than `space`. Pure. */
export function touches(one: Box, other: Box, space = 0): boolean {
  return (
    one.left < other.right + space && other.left < one.right + space && one.top < other.bottom && other.top < one.bottom
  )
}

function inside(points: Array<Point>, { left, right, top, bottom }: Box): number {
  return points.filter(({ x, y }) => x > left && x < right && y > top && y < bottom).length
}
