import type { Dimension } from '../case.ts'
import { informationAt, leastInformedAngle, smallestEigenvalue } from '../information.ts'
import type { Information } from '../information.ts'
import type { CompletePaths } from './complete-paths.ts'
import type { Extreme } from './extremes.ts'
import { greatestPath } from './greatest-path.ts'
import { leastPath } from './least-path.ts'
import { integerAt, rowOf } from './numbers.ts'
import type { Range } from './scored-decisions.ts'
import { perSituation } from './situations.ts'
import type { Situations } from './situations.ts'

/** Pure. The least and the most expected information on a dimension that a complete path has; exact, since it adds up. */
export function informationOn(paths: CompletePaths, situations: Situations, dimension: Dimension): Range | null {
  const ofState = perSituation(situations, ({ information }) => information[dimension])
  const least = leastPath(paths, { ofState })
  const most = greatestPath(paths, { ofState })
  return least && most && { least, most }
}

/** Pure. The information of a path, given by its edges: the sum over its decisions, as often as it meets each. */
function informationAlong(paths: CompletePaths, situations: Situations, edges: ReadonlyArray<number>): Information {
  const sum = { execution: 0, influence: 0, cross: 0 }
  for (const edge of edges) {
    const situation = situations.list[integerAt(situations.of, rowOf(paths.graph.offsets, edge))]
    if (!situation) continue
    sum.execution += situation.information.execution
    sum.influence += situation.information.influence
    sum.cross += situation.information.cross
  }
  return sum
}

/** So many angles are looked at in a graph with fewer edges than this; beyond it, fewer, but never under four. */
const ANGLES = 16
const EDGES_FOR_ALL_ANGLES = 500_000

/**
 * Pure. A complete path with the smallest eigenvalue of its information matrix, and that eigenvalue: what the path tells of
 * level. Eigenvalues do not add up, but the information about one mix of the dimensions does, and the smallest eigenvalue
 * is the least of it over all mixes. So the least path is searched for at evenly spaced mixes, and from each path found the
 * search goes on at the mix about which that path says least, until nothing gets smaller.
 *
 * The value is that of a path that exists. A path missed has an eigenvalue lower than it by at most sin²(π/2n) of the
 * difference between its own two eigenvalues, with n angles: 1 % of it at sixteen, 15 % at four.
 */
export function leastLevel(paths: CompletePaths, situations: Situations): Extreme | null {
  const edgeCount = Math.max(1, paths.graph.targets.length)
  const angles = Math.max(4, Math.floor(ANGLES * Math.min(1, EDGES_FOR_ALL_ANGLES / edgeCount)))
  let best: Extreme | null = null
  for (let step = 0; step < angles; step += 1) {
    for (let angle: number | null = (Math.PI * step) / angles; angle !== null;) {
      const found = leastAt(paths, situations, angle)
      if (!found || (best && found.value >= best.value - 1e-12)) break
      best = { value: found.value, edges: found.edges }
      angle = found.angle
    }
  }
  return best
}

/** The path with the least information about one mix, with its smallest eigenvalue and the angle of that. */
function leastAt(paths: CompletePaths, situations: Situations, angle: number): (Extreme & { angle: number }) | null {
  const path = leastPath(paths, {
    ofState: perSituation(situations, ({ information }) => informationAt(information, angle)),
  })
  if (!path) return null
  const information = informationAlong(paths, situations, path.edges)
  return { value: smallestEigenvalue(information), edges: path.edges, angle: leastInformedAngle(information) }
}
