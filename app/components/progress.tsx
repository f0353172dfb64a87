import { type Moment, progressCells, progressText } from './progress-text.ts'
import type { ProgressView } from './views.ts'

const width = 240
const gap = 3

/** The same in marks: taken is filled, now is outlined in ink, a step that only some ways have is hollow. */
export function ProgressBar({ progress, moment }: { progress: ProgressView; moment: Moment }) {
  const cells = progressCells(progress, moment)
  if (cells.length === 0) return null
  const step = width / cells.length
  // One path for all of a kind: a rectangle each would be a good part of the elements of a page.
  const marks = [...new Set(cells)].map((kind) => ({
    kind,
    d: cells.flatMap((cell, place) => (cell === kind ? cellPath(place * step, step - gap) : [])).join(''),
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
function cellPath(x: number, cellWidth: number): string {
  const inner = cellWidth - 1.5
  return `M${(x + 0.75).toFixed(2)} .75h${inner.toFixed(2)}v4.5h-${inner.toFixed(2)}z`
}
