const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'UTC' })
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })

/** A moment given as an ISO date: "21 Nov, 14:06 UTC". Pure. */
export function momentText(iso: string): string {
  const moment = new Date(iso)
  return `${day.format(moment)}, ${clock.format(moment)} UTC`
}
