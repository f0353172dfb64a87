const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })

/** A day given as YYYY-MM-DD, written out: "12 November 2026". Pure. */
export function dayText(iso: string): string {
  return day.format(new Date(`${iso}T00:00:00Z`))
}
