import { listed } from './listed.ts'
import type { CourseRule } from './rule.ts'

/**
 * What can never open: a module that needs a case of its own, of one that needs it in turn or, in a sequential course, of a later one.
 * One finding for each need that closes a circle with those before it.
 */
export const cycle: CourseRule = {
  rule: 'course/cycle',
  check(judged) {
    const { order, modules } = judged.course
    const waitsFor = modules.map((_, module) => new Set(order === 'sequential' && module > 0 ? [module - 1] : []))
    const cases = listed(judged, 'cases')
    return listed(judged, 'needs').flatMap(({ slug, module, place }) => {
      const needed = cases.find((found) => found.slug === slug)?.module
      if (needed === undefined) return []
      if (!isBehind(needed, module, waitsFor)) {
        waitsFor[module]?.add(needed)
        return []
      }
      const why = needed === module ? 'which is in this module itself' : 'which waits for this module in turn'
      return [
        {
          place,
          message: `Expected what a module needs to be open before it, found "${slug}", ${why}`,
          ...(order === 'sequential' ? { hint: 'in a sequential course every case waits for all before it' } : {}),
        },
      ]
    })
  },
}

/** Whether a module is the other, or waits for it by whatever way. */
function isBehind(module: number, other: number, waitsFor: ReadonlyArray<ReadonlySet<number>>): boolean {
  const met = new Set([module])
  for (const next of met) for (const earlier of waitsFor[next] ?? []) met.add(earlier)
  return met.has(other)
}
