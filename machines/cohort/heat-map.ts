import { COMPETENCIES } from '../case/case.ts'
import type { Case, CompetencyId } from '../case/case.ts'
import { decisionsOf, DIMENSIONS } from '../case/quality.ts'
import type { Percent } from './attained.ts'
import type { CaseReport } from './case-report.ts'

/** A case of a cohort; `report` is null while fewer than ten have ended it. */
export type ReportedCase = { slug: string; source: Case; report: CaseReport | null }

export type HeatRow = {
  competency: CompetencyId
  /** In the order of the cases. */
  cells: Array<{ slug: string; isAsked: boolean; share: Percent | null }>
}

/**
 * Pure. What a cohort takes of what is on offer, by competency and case: 0 is always the option rated lowest, 100 always the
 * highest. A cell without a share is one that the case does not ask for, or of which too little may be told.
 */
export function heatMap(cases: ReadonlyArray<ReportedCase>): Array<HeatRow> {
  const asked = cases.map(({ source }) => new Set(askedIn(source)))
  return COMPETENCIES.map((competency) => ({
    competency,
    cells: cases.map(({ slug, report }, place) => ({
      slug,
      isAsked: asked[place]?.has(competency) ?? false,
      share: report?.attained.find((one) => one.competency === competency)?.share ?? null,
    })),
  }))
}

function askedIn({ scenes }: Case): Array<CompetencyId> {
  return decisionsOf(scenes).flatMap((decision) => DIMENSIONS.flatMap((dimension) => decision[dimension] ?? []))
}
