import type { CohortSummary } from '../data/cohorts.server.ts'
import type { Services } from '../http/context.ts'
import { csvResponse, toCsv } from './csv.ts'
import { showPeople } from './people.server.ts'
import { choicesTable, competenciesTable, decisionsTable, flowTable } from './report-tables.ts'
import { competencyNames, progressRows, reportCohort } from './show-report.server.ts'

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
    case 'decisions':
    case 'flow':
    case 'competencies':
      return csvResponse(`${cohort.name} ${table}`, await reportTable(cohort, table, services))
    default:
      return null
  }
}

const REPORT_TABLES = {
  choices: choicesTable,
  decisions: decisionsTable,
  flow: flowTable,
  competencies: competenciesTable,
}

async function reportTable(
  cohort: CohortSummary,
  table: keyof typeof REPORT_TABLES,
  services: Services,
): Promise<string> {
  const { reported } = await reportCohort(cohort, services)
  const { headings, rows } = REPORT_TABLES[table](reported, competencyNames(services))
  return toCsv(headings, rows)
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
