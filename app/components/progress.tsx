import { type Moment, progressCells, progressText } from './progress-text.ts'
import type { ProgressView } from './views.ts'

const width = 240
const gap = 3

/** The same in marks: taken is filled, now is outlined in ink, a step that only some ways have is hollow. */
export function ProgressBar({ progress, moment }: { progress: ProgressView; moment: Moment }) {
  const cells = progressCells(progress, moment)
  if (cells.length === 0) return null
  const step = width / cells.length
  const cellOutline = outline(step - gap)
  // One path for all of a kind: a rectangle each would be a good part of the elements of a page.
  const marks = [...new Set(cells)].map((kind) => ({
    kind,
    d: cells.flatMap((cell, place) => (cell === kind ? cellOutline(place * step) : [])).join(''),
  }))
  return (
    <svg className="progress" viewBox={`0 0 ${width} 6`} role="img" aria-label={progressText(progress, moment)}>
      {marks.map(({ kind, d }) => (
        <path key={kind} className={kind} d={d} />
      ))}
    </svg>
  )
}

/** A cell's outline stands inside of it. */
function outline(cellWidth: number): (x: number) => string {
  const inner = (cellWidth - 1.5).toFixed(2)
  return (x) => `M${(x + 0.75).toFixed(2)} .75h${inner}v4.5h-${inner}z`
}
