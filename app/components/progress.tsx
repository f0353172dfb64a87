import { type Moment, progressCells, progressText } from './progress-text.ts'
import type { ProgressView } from './views.ts'

const width = 240
const gap = 3

/** The same in marks: taken is filled, now is outlined in ink, a step that only some ways have is hollow. */
export function ProgressBar({ progress, moment }: { progress: ProgressView; moment: Moment }) {
  const cells = progressCells(progress, moment)
  if (cells.length === 0) return null
  const step = width / cells.length
  return (
    <svg className="progress" viewBox={`0 0 ${width} 6`} role="img" aria-label={progressText(progress, moment)}>
      {cells.map((cell, place) => (
        <rect key={place} className={cell} x={place * step + 0.75} y="0.75" width={step - gap - 1.5} height="4.5" />
      ))}
    </svg>
  )
}
