/**
 * Pure. Whether a link may be followed: an `https:` or `mailto:` address or a fragment. Browsers read `\` as `/` and skip
 * white space and control characters within an address, so none of these may be in it.
 */
export function isSafeLink(url: string): boolean {
  if (/[\s\\\p{Cc}\p{Cf}]/u.test(url)) return false
  return /^https:\/\/[^/?#@]/i.test(url) || /^mailto:[^/]/i.test(url) || /^#./.test(url)
}
