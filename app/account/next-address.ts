/** No address of ours has this name: what leads elsewhere is told by leaving it. */
const HERE = 'http://here.invalid'

/** Pure. Where to go after signing in: the page of ours that was asked for, with what stands behind it; else `usual`. */
export function nextAddress(asked: string | null, usual: string): string {
  if (asked === null || !asked.startsWith('/') || !URL.canParse(asked, HERE)) return usual
  const { origin, pathname, search } = new URL(asked, HERE)
  return origin === HERE && !pathname.startsWith('//') ? pathname + search : usual
}
