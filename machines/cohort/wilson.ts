/** A share, 0–1, with its interval. */
export type Share = { share: number; low: number; high: number }

const Z_OF_90_PERCENT = 1.6448536269514722

/**
 * Pure. The share of `count` in `of` with its 90 % interval. Source: the score interval of Wilson 1927, which stays within 0…1
 * and means something for small numbers too.
 * @param of at least 1
 */
export function wilsonShare(count: number, of: number): Share {
  const share = count / of
  const square = Z_OF_90_PERCENT ** 2
  const centre = (share + square / (2 * of)) / (1 + square / of)
  const half = (Z_OF_90_PERCENT / (1 + square / of)) * Math.sqrt((share * (1 - share)) / of + square / (4 * of * of))
  // Rounding must not push a bound beyond what it can't pass.
  return {
    share,
    low: count === 0 ? 0 : Math.max(0, centre - half),
    high: count === of ? 1 : Math.min(1, centre + half),
  }
}
