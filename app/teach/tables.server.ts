import type { CohortSummary } from '../data/cohorts.server.ts'
import type { Services } from '../http/context.ts'
import { csvResponse, toCsv } from './csv.ts'
import type { Cell } from './csv.ts'
import { decisionStats, placedDecisions } from './decision-view.ts'
import { showPeople } from './people.server.ts'
import { competencyNames, progressRows, reportCohort } from './show-report.server.ts'
import { plainText } from './plain-text.ts'

/** What can be downloaded of a cohort: the same numbers as its pages show, and no other. Null for a table that there is not. */
export async function cohortTable(
  cohort: CohortSummary,
  table: string | undefined,
  services: Services,
): Promise<Response | null> {
  switch (table) {
    case 'people':
      return csvResponse(`${cohort.name} people`, await peopleTable(cohort, services))
    case 'progress':
      return csvResponse(`${cohort.name} progress`, await progressTable(cohort, services))
    case 'choices':
      return csvResponse(`${cohort.name} choices`, await choicesTable(cohort, services))
    default:
      return null
  }
}

async function peopleTable(cohort: CohortSummary, services: Services): Promise<string> {
  const { people, cases } = await showPeople(cohort, services)
  const rows = people.map(({ name, email, ended, at, lastSeen, still, due }) => [
    name,
    email,
    ended,
    cases,
    at,
    lastSeen,
    still,
    due,
  ])
  return toCsv(['Learner', 'Address', 'Cases ended', 'Cases', 'Where', 'Last seen', 'Still', 'Due'], rows)
}

async function progressTable(cohort: CohortSummary, services: Services): Promise<string> {
  const rows = progressRows(await reportCohort(cohort, services))
  return toCsv(
    ['Case', 'Started', 'Ended', 'Usual time', 'Still for a week'],
    rows.map(({ title, started, ended, minutes, still }) => [
      title,
      started,
      ended,
      minutes === '·' ? null : minutes,
      still,
    ]),
  )
}

const CHOICES = [
  'Case',
  'Decision',
  'Scene',
  'Option',
  'Execution',
  'Influence',
  'Chosen',
  'Per cent',
  'Low',
  'High',
  'Named most harmful',
  'Per cent',
  'Low',
  'High',
  'Worth a look',
]

async function choicesTable(cohort: CohortSummary, services: Services): Promise<string> {
  const { reported } = await reportCohort(cohort, services)
  const names = competencyNames(services)
  const rows = reported.flatMap(({ loaded, report }) => {
    if (report === null) return []
    return placedDecisions(loaded).flatMap((placed): Array<Array<Cell>> => {
      const own = report.decisions.find(({ id }) => id === placed.decision.id)
      const stats = decisionStats(placed, own, { loaded, names })
      if (!stats.isShown) return []
      return stats.options.map(({ html, ratings, best, harm, flags }) => [
        loaded.case.title,
        stats.number,
        stats.title,
        plainText(html),
        ratings.execution,
        ratings.influence,
        best.count,
        ...barCells(best),
        harm?.count ?? null,
        ...barCells(harm),
        flags.join(' '),
      ])
    })
  })
  return toCsv(CHOICES, rows)
}

function barCells(view: { bar: { share: number; low: number; high: number } | null } | null): Array<Cell> {
  return view?.bar ? [view.bar.share, view.bar.low, view.bar.high] : [null, null, null]
}
