import { type Moment, progressCells, progressText } from './progress-text.ts'
import type { ProgressView } from './views.ts'

/** The same in marks: taken is filled, now is outlined in ink, a step that only some ways have is hollow. */
export function ProgressBar({ progress, moment }: { progress: ProgressView; moment: Moment }) {
  const cells = progressCells(progress, moment)
  if (cells.length === 0) return null
  return (
    <div className="progress" role="img" aria-label={progressText(progress, moment)}>
      {cells.map((cell, place) => (
        <i key={place} className={cell} />
      ))}
    </div>
  )
}
