/** "1:05". Pure. */
export function clockText(seconds: number): string {
  const rest = Math.max(0, Math.floor(seconds))
  return `${Math.floor(rest / 60)}:${String(rest % 60).padStart(2, '0')}`
}

/** "1 minute 5 seconds". Pure. */
export function timeInWords(seconds: number): string {
  const rest = Math.max(0, Math.floor(seconds))
  const parts = [count(Math.floor(rest / 60), 'minute'), count(rest % 60, 'second')].filter((part) => part !== null)
  return parts.length === 0 ? 'no time' : parts.join(' ')
}

/** What is read out when this many seconds are left, or null: often enough to plan, too seldom to be in the way. Pure. */
export function announcementAt(seconds: number): string | null {
  if (seconds === 0) return 'Time is up.'
  return [10, 30, 60, 300].includes(seconds) ? `${timeInWords(seconds)} left.` : null
}

function count(number: number, unit: string): string | null {
  if (number === 0) return null
  return `${number} ${unit}${number === 1 ? '' : 's'}`
}
