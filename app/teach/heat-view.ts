import { EXECUTION, INFLUENCE } from '../../machines/case/case.ts'
import type { CompetencyId } from '../../machines/case/case.ts'
import type { CaseReport } from '../../machines/cohort/case-report.ts'
import { decisionsOf } from '../../machines/case/quality.ts'
import type { HeatCell, HeatView } from '../components/report-views.ts'
import type { CaseTally } from './cohort-tally.server.ts'

/** A case that somebody has begun; its report is null while fewer than ten have ended it. */
export type ReportedCase = { counted: CaseTally; report: CaseReport | null }

/** Pure. The share of the attainable by competency and case, and what is highest and lowest in it; null without a case to tell of. */
export function heatView(cases: ReadonlyArray<ReportedCase>, names: (id: CompetencyId) => string): HeatView | null {
  if (cases.every(({ report }) => report === null)) return null
  const rows = (ids: ReadonlyArray<CompetencyId>) =>
    ids.map((id) => ({ name: names(id), cells: cases.map((one) => cellOf(one, id)) }))
  const groups: HeatView['groups'] = [
    { dimension: 'execution', rows: rows(EXECUTION) },
    { dimension: 'influence', rows: rows(INFLUENCE) },
  ]
  return {
    cases: cases.map(({ counted, report }, place) => ({
      number: place + 1,
      title: counted.loaded.case.title,
      learners: report === null ? '< 10' : String(report.learners),
    })),
    groups,
    standsOut: standsOut(groups.flatMap((group) => group.rows)),
  }
}

function cellOf({ counted, report }: ReportedCase, competency: CompetencyId): HeatCell {
  const asks = decisionsOf(counted.loaded.case.scenes).some(
    ({ execution, influence }) => execution === competency || influence === competency,
  )
  if (!asks) return { kind: 'none' }
  if (report === null) return { kind: 'few' }
  const percent = report.attained.find((one) => one.competency === competency)?.percent ?? null
  return percent === null ? { kind: 'hidden' } : { kind: 'share', percent, step: stepOf(percent) }
}

function stepOf(percent: number): 1 | 2 | 3 | 4 {
  if (percent < 45) return 1
  if (percent < 60) return 2
  return percent < 75 ? 3 : 4
}

type Row = HeatView['groups'][number]['rows'][number]

/** Nothing stands out among fewer competencies than this. */
const ENOUGH = 4

function standsOut(rows: ReadonlyArray<Row>): Array<string> {
  const told = rows.flatMap(({ name, cells }) => {
    const shares = cells.flatMap((cell, place) =>
      cell.kind === 'share' ? [{ case: place + 1, percent: cell.percent }] : [],
    )
    if (shares.length === 0) return []
    return [{ name, shares, mean: shares.reduce((sum, { percent }) => sum + percent, 0) / shares.length }]
  })
  if (told.length < ENOUGH) return []
  const [lowest] = [...told].sort((one, other) => one.mean - other.mean)
  const [highest] = [...told].sort((one, other) => other.mean - one.mean)
  const sentence = (word: string, row: (typeof told)[number] | undefined) => {
    if (!row) return []
    const where = row.shares.map(({ case: number, percent }) => `${percent} in case ${number}`)
    return [`${row.name} is ${word}: ${new Intl.ListFormat('en-GB').format(where)}.`]
  }
  return [...sentence('lowest', lowest), ...sentence('highest', highest)]
}
