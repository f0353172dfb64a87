import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireCohort } from '../teach/require-cohort.server.ts'
import { cohortTable } from '../teach/tables.server.ts'

/** The cohort's instructors. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { cohort } = await requireCohort(request, params['id'], context)
  const table = await cohortTable(cohort, params['table'], context)
  if (table === null) throw new Response(null, { status: 404 })
  return table
}
