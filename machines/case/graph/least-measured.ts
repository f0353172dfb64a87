import type { CompetencyId } from '../case.ts'
import { DIMENSIONS } from '../quality.ts'
import type { CompletePaths } from './complete-paths.ts'
import type { Extreme } from './extremes.ts'
import { leastPath } from './least-path.ts'
import { perSituation } from './situations.ts'
import type { Situations } from './situations.ts'

/**
 * Pure. The complete path that measures a competency least, and how often it does. A decision measures the competency that it
 * names if the options offered are not all rated alike on it. Null where no path is complete.
 */
export function leastMeasured(paths: CompletePaths, situations: Situations, competency: CompetencyId): Extreme | null {
  const ofState = perSituation(situations, ({ decision, offered }) => {
    const dimension = DIMENSIONS.find((named) => decision[named] === competency)
    return dimension && new Set(offered.map((choice) => choice[dimension])).size > 1 ? 1 : 0
  })
  return leastPath(paths, { ofState })
}
