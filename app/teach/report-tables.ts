import type { CompetencyId } from '../../machines/case/case.ts'
import { DIMENSIONS } from '../../machines/case/quality.ts'
import type { DecisionReport } from '../../machines/cohort/decision-report.ts'
import { heatMap } from '../../machines/cohort/heat-map.ts'
import type { ReportedCase } from './cohort-reports.server.ts'
import type { Cell } from './csv.ts'
import { decisionStats, placedDecisions } from './decision-view.ts'
import { plainText } from './plain-text.ts'
import { countText } from './words.ts'
import { sceneRows } from './flow-view.ts'

/** A table of what a report shows; what the page keeps back is kept back here too. */
type Table = { headings: ReadonlyArray<string>; rows: Array<Array<Cell>> }

type Names = (id: CompetencyId) => string

const CHOICES = [
  'Case',
  'Decision',
  'Scene',
  'Option',
  'Execution',
  'Influence',
  'Chosen',
  'Chosen, per cent',
  'Chosen, low',
  'Chosen, high',
  'Named most harmful',
  'Named, per cent',
  'Named, low',
  'Named, high',
  'Execution of those who chose it',
  'Influence of those who chose it',
  'Worth a look',
]

/** Pure. A row for each option of each decision that enough have answered. */
export function choicesTable(reported: ReadonlyArray<ReportedCase>, names: Names): Table {
  const rows = eachDecision(reported, names, ({ stats, report, title }) =>
    stats.options.map(({ id, html, ratings, best, harm, flags }) => {
      const ability = report.figures?.options.find((option) => option.id === id)?.ability
      return [
        title,
        stats.number,
        stats.title,
        plainText(html),
        ratings.execution,
        ratings.influence,
        best.count,
        ...barCells(best),
        harm?.count ?? null,
        ...barCells(harm),
        ...DIMENSIONS.map((dimension) => ability?.[dimension] ?? null),
        flags.join(' '),
      ]
    }),
  )
  return { headings: CHOICES, rows }
}

const DECISIONS = [
  'Case',
  'Decision',
  'Scene',
  'Competencies',
  'Answers',
  'Half decided within, seconds',
  'Certain',
  'Certain, worth of 100',
  'Fairly sure',
  'Fairly sure, worth of 100',
  'A guess',
  'A guess, worth of 100',
  'Did not say how sure',
  'Did not say, worth of 100',
  'Named none most harmful',
  'Tells the able apart in execution',
  'Tells the able apart in influence',
]

/** Pure. A row for each decision that enough have answered: time, how sure they were and how well they chose, how well it tells the able apart. */
export function decisionsTable(reported: ReadonlyArray<ReportedCase>, names: Names): Table {
  const rows = eachDecision(reported, names, ({ stats, report: { answers, figures }, title }) => {
    if (figures === null) return []
    return [
      [
        title,
        stats.number,
        stats.title,
        stats.competencies,
        countText(answers),
        figures.seconds,
        ...figures.confidence.flatMap(({ learners, quality }) => [
          countText(learners),
          quality === null ? null : Math.round(100 * quality),
        ]),
        countText(figures.namedNone),
        ...DIMENSIONS.map((dimension) => figures.discrimination[dimension]),
      ],
    ]
  })
  return { headings: DECISIONS, rows }
}

/** Pure. How many came by each scene and each ending: the flow over the map, as a table. */
export function flowTable(reported: ReadonlyArray<ReportedCase>): Table {
  return {
    headings: ['Case', 'Scene', 'Ending', 'Learners', 'Per cent'],
    rows: reported.flatMap(({ loaded, report }) =>
      report === null
        ? []
        : sceneRows(loaded.case, report).map(({ title, learners, share, isEnding }) => [
            loaded.case.title,
            title,
            isEnding ? 'yes' : 'no',
            learners,
            share,
          ]),
    ),
  }
}

/** Pure. The share of the attainable by competency and case; a share that is rounded says to what. */
export function competenciesTable(reported: ReadonlyArray<ReportedCase>, names: Names): Table {
  const map = heatMap(reported.map(({ slug, loaded, report }) => ({ slug, source: loaded.case, report })))
  return {
    headings: ['Competency', 'Case', 'Share of the attainable, per cent', 'Rounded to'],
    rows: map.flatMap(({ competency, cells }) =>
      cells.flatMap(({ isAsked, share }, place) => {
        const one = reported[place]
        if (!isAsked || one === undefined) return []
        const percent = one.report === null ? '< 10' : (share?.percent ?? 'not shown')
        return [[names(competency), one.loaded.case.title, percent, share?.nearest ?? null]]
      }),
    ),
  }
}

type Told = { title: string; stats: ReturnType<typeof decisionStats>; report: DecisionReport }

function eachDecision(
  reported: ReadonlyArray<ReportedCase>,
  names: Names,
  rowsOf: (told: Told) => Array<Array<Cell>>,
): Array<Array<Cell>> {
  return reported.flatMap(({ loaded, report }) =>
    placedDecisions(loaded).flatMap((placed) => {
      const own = report?.decisions.find(({ id }) => id === placed.decision.id)
      const stats = decisionStats(placed, own, { loaded, names })
      return own && stats.isShown ? rowsOf({ title: loaded.case.title, stats, report: own }) : []
    }),
  )
}

function barCells(view: { bar: { share: number; low: number; high: number } | null } | null): Array<Cell> {
  return view?.bar ? [view.bar.share, view.bar.low, view.bar.high] : [null, null, null]
}
