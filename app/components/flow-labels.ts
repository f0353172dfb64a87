import { shorten, textWidth, twoLines } from './label-fit.ts'
import { touches } from './map-labels.ts'
import type { Box } from './map-labels.ts'

/** A name over its number, above or below a post. */
export type FlowLabel = {
  x: number
  y: number
  anchor: 'start' | 'middle'
  lines: Array<string>
  count: string
  box: Box
}

/** A post that wants a name. `half` is how far it reaches up and down. */
export type Named = { x: number; y: number; half: number; title: string; count: string }

const SIZE = 12.5
const LINE = 15
const GAP = 6
/** Beyond this a name is cut. */
const WIDEST = 150

/**
 * Pure. Names posts from left to right so that no name touches another or a post: first in full on the side that the post before did
 * not take, then on the other, then cut to the width of a column, then as the number alone. What fits nowhere has no name.
 */
export function placeFlowLabels(
  posts: ReadonlyArray<Named>,
  { taken, step, width }: { taken: ReadonlyArray<Box>; step: number; width: number },
): Array<FlowLabel | null> {
  const boxes = [...taken]
  let wasAbove = false
  return posts.map((post) => {
    const sides = wasAbove ? ([false, true] as const) : ([true, false] as const)
    const widths = [Math.min(WIDEST, 2 * step - 12), step - 6, 0]
    for (const most of widths) {
      for (const isAbove of sides) {
        const label = labelAt(post, isAbove, most)
        const { box } = label
        if (box.right > width || boxes.some((other) => touches(other, box, 4))) continue
        boxes.push(box)
        wasAbove = isAbove
        return label
      }
    }
    return null
  })
}

function labelAt({ x, y, half, title, count }: Named, isAbove: boolean, most: number): FlowLabel {
  const lines = most < 20 ? [] : twoLines(title, most, SIZE).map((line) => shorten(line, most, SIZE))
  const all = [...lines.filter((line) => line !== ''), count]
  const wide = Math.max(...all.map((line) => textWidth(line, SIZE)))
  const tall = all.length * LINE
  const top = isAbove ? y - half - GAP - tall : y + half + GAP
  // At the left edge a name in the middle of its post would be cut.
  const isStart = x - wide / 2 < 0
  const left = isStart ? x : x - wide / 2
  return {
    x,
    y: top + LINE - 3.5,
    anchor: isStart ? 'start' : 'middle',
    lines: all.slice(0, -1),
    count,
    box: { left, right: left + wide, top, bottom: top + tall },
  }
}

/** Pure. Beside an ending: its number, then its name on the same line. */
export function besideEnding({ x, y, title, count }: Omit<Named, 'half'>, most: number): FlowLabel {
  const text = shorten(title, most, SIZE)
  const left = x + 10
  const wide = endingWidth(count, text)
  return {
    x: left,
    y: y + 4.5,
    anchor: 'start',
    lines: [text],
    count,
    box: { left, right: left + wide, top: y - 9, bottom: y + 9 },
  }
}

export function endingWidth(count: string, title: string): number {
  return textWidth(`${count}  ${title}`, SIZE * 1.04)
}
