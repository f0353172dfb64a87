import type { CompletePaths } from './complete-paths.ts'
import type { Extreme } from './extremes.ts'
import { greatestPath } from './greatest-path.ts'
import { leastPath } from './least-path.ts'
import { perSituation } from './situations.ts'
import type { Situations } from './situations.ts'

/** The fewest and the most of something on a complete path. */
export type Range = { least: Extreme; most: Extreme }

/**
 * Pure. How many scored decisions the shortest and the longest complete path have; the most are `Infinity` where a loop holds
 * one. Null where no path is complete.
 */
export function scoredDecisionsOn(paths: CompletePaths, situations: Situations): Range | null {
  const ofState = perSituation(situations, (situation) => (situation.isScored ? 1 : 0))
  const least = leastPath(paths, { ofState })
  const most = greatestPath(paths, { ofState })
  return least && most && { least, most }
}
