/** Pure. When to try again, for a wait in seconds. */
export function waitText(seconds: number): string {
  const minutes = Math.ceil(seconds / 60)
  const when = minutes <= 1 ? 'in a minute' : `in ${minutes} minutes`
  return `That was tried too often just now. Try again ${when}; nothing was changed.`
}
