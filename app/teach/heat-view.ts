import { EXECUTION, INFLUENCE } from '../../machines/case/case.ts'
import type { CompetencyId } from '../../machines/case/case.ts'
import { heatMap } from '../../machines/cohort/heat-map.ts'
import type { HeatRow } from '../../machines/cohort/heat-map.ts'
import type { HeatCell, HeatView } from '../components/report-views.ts'
import type { ReportedCase } from './cohort-reports.server.ts'

/** Pure. The share of the attainable by competency and case, and what is highest and lowest in it; null without a case to tell of. */
export function heatView(cases: ReadonlyArray<ReportedCase>, names: (id: CompetencyId) => string): HeatView | null {
  if (cases.every(({ report }) => report === null)) return null
  const map = heatMap(cases.map(({ slug, loaded, report }) => ({ slug, source: loaded.case, report })))
  const rows = (ids: ReadonlyArray<CompetencyId>) =>
    map.flatMap(({ competency, cells }) =>
      ids.includes(competency)
        ? [
            {
              name: names(competency),
              cells: cells.map((cell, place) => cellView(cell, cases[place]?.report === null)),
            },
          ]
        : [],
    )
  const groups: HeatView['groups'] = [
    { dimension: 'execution', rows: rows(EXECUTION) },
    { dimension: 'influence', rows: rows(INFLUENCE) },
  ]
  return {
    cases: cases.map(({ loaded, report }, place) => ({
      number: place + 1,
      title: loaded.case.title,
      learners: report === null ? '< 10' : String(report.learners),
    })),
    groups,
    standsOut: standsOut(groups.flatMap((group) => group.rows)),
  }
}

function cellView({ isAsked, share }: HeatRow['cells'][number], areFew: boolean): HeatCell {
  if (!isAsked) return { kind: 'none' }
  if (areFew) return { kind: 'few' }
  if (share === null) return { kind: 'hidden' }
  const { percent, nearest } = share
  return { kind: 'share', percent, isRough: nearest > 1, step: stepOf(percent) }
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
      cell.kind === 'share' ? [{ case: place + 1, percent: cell.percent, isRough: cell.isRough }] : [],
    )
    if (shares.length === 0) return []
    return [{ name, shares, mean: shares.reduce((sum, { percent }) => sum + percent, 0) / shares.length }]
  })
  if (told.length < ENOUGH) return []
  const [lowest] = [...told].sort((one, other) => one.mean - other.mean)
  const [highest] = [...told].sort((one, other) => other.mean - one.mean)
  const sentence = (word: string, row: (typeof told)[number] | undefined) => {
    if (!row) return []
    const where = row.shares.map(
      ({ case: number, percent, isRough }) => `${isRough ? 'about ' : ''}${percent} in case ${number}`,
    )
    return [`${row.name} is ${word}: ${new Intl.ListFormat('en-GB').format(where)}.`]
  }
  return [...sentence('lowest', lowest), ...sentence('highest', highest)]
}
