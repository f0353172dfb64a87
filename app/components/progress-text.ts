import type { ProgressView } from './views.ts'

/** Where a page stands: before a decision, just after one, between two, at the end, or back at an earlier scene. */
export type Moment = 'deciding' | 'decided' | 'between' | 'over'

/** "Decision 2 of 11 or 12". Pure. */
export function progressText({ decided, min, max }: ProgressView, moment: Moment): string {
  if (moment === 'over') return decided === 1 ? 'One decision taken' : `${decided} decisions taken`
  const range = rangeText(min, max)
  if (moment === 'deciding') return `Decision ${decided + 1} of ${range}`
  if (moment === 'decided') return `Decision ${decided} of ${range}`
  return decided === 0 ? `${capital(range)} decisions ahead` : `${decided} of ${range} decisions taken`
}

/** "12", "11 or 12", "11 to 14", "11 or more". Pure. */
export function rangeText(min: number, max: number | null): string {
  if (max === null) return `${min} or more`
  if (max <= min) return `${min}`
  return max === min + 1 ? `${min} or ${max}` : `${min} to ${max}`
}

export type ProgressCell = 'done' | 'now' | 'ahead' | 'maybe'

/** Beyond this the marks would be thinner than their gaps, and the words alone say it better. */
const mostCells = 40

/** One cell a decision; those that only some ways have are `maybe`. A case without an end has one such cell. Pure. */
export function progressCells({ decided, min, max }: ProgressView, moment: Moment): Array<ProgressCell> {
  if (moment === 'over') return decided > mostCells ? [] : Array.from({ length: decided }, () => 'done')
  const now = moment === 'deciding' ? decided : -1
  const total = Math.max(max ?? min + 1, decided, now + 1)
  if (total > mostCells) return []
  return Array.from({ length: total }, (_, place) => {
    if (place < decided) return 'done'
    if (place === now) return 'now'
    return place < min ? 'ahead' : 'maybe'
  })
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
