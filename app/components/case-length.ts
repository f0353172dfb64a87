import { rangeText } from './progress-text.ts'
import type { CaseCard } from './views.ts'

/** "20 minutes, 11 or 12 decisions". Pure. */
export function caseLength({ minutes, decisions }: CaseCard): string {
  const range = rangeText(decisions.min, decisions.max)
  return `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}, ${range} ${range === '1' ? 'decision' : 'decisions'}`
}
