import { COMPETENCIES } from '../../case/case.ts'
import type { Case, CompetencyId } from '../../case/case.ts'
import { completePaths } from '../../case/graph/complete-paths.ts'
import { explore } from '../../case/graph/explore.ts'
import { leastMeasured } from '../../case/graph/least-measured.ts'
import { situationsOf } from '../../case/graph/situations.ts'
import { WHOLE_FILE } from '../../case/rules/rule.ts'
import { stepperOf } from '../../case/step.ts'
import { listed } from './listed.ts'
import type { CourseRule } from './rule.ts'

const FEWEST = 6

/** The least number over all ways through the course: cases are played apart, so it is the sum of each case's least. */
export const courseCoverage: CourseRule = {
  rule: 'course/coverage',
  check(judged) {
    const slugs = [...new Set(listed(judged, 'cases').map(({ slug }) => slug))]
    const played = slugs.flatMap((slug) => {
      const found = judged.cases.get(slug)
      return found === undefined || found === 'faulty' ? [] : [{ slug, least: leastIn(found) }]
    })
    // What a case that can't be read measures is not known.
    if (played.length < slugs.length) return []
    return COMPETENCIES.flatMap((competency) => {
      const parts = played
        .map(({ slug, least }) => ({ slug, count: least(competency) }))
        .filter(({ count }) => count > 0)
      const total = parts.reduce((sum, { count }) => sum + count, 0)
      if (total >= FEWEST) return []
      const found = parts.length === 0 ? '' : `: ${parts.map(({ slug, count }) => `${count} in ${slug}`).join(', ')}`
      const message = `Expected "${competency}" to be measured at least ${FEWEST} times on every way through the course, found ${total}${found}`
      return [{ place: WHOLE_FILE, message }]
    })
  },
}

/** How often a case measures a competency on the path that does so least. */
function leastIn(source: Case): (competency: CompetencyId) => number {
  const named = new Set(
    source.scenes.flatMap(({ exit }) => (exit.kind === 'decision' ? [exit.execution, exit.influence] : [])),
  )
  const graph = explore(stepperOf(source))
  if (graph.kind === 'too-large')
    throw new Error(`Expected a case that the checks let pass, found over ${graph.limit} states`)
  const paths = completePaths(graph)
  const situations = situationsOf(graph)
  return (competency) => (named.has(competency) ? (leastMeasured(paths, situations, competency)?.value ?? 0) : 0)
}
