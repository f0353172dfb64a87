import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ReportPage } from '../components/report-page.tsx'
import { noticeOf } from '../teach/notices.ts'
import { requireCohort } from '../teach/require-cohort.server.ts'
import { showReport } from '../teach/show-report.server.ts'

/** The cohort's instructors. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { cohort } = await requireCohort(request, params['id'], context)
  const { searchParams } = new URL(request.url)
  const looked = { slug: searchParams.get('case'), decision: searchParams.get('decision') }
  return { view: await showReport(cohort, looked, context), notice: noticeOf(request) }
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
  { title: shown ? `${shown.view.head.name} · Casewright` : 'Casewright' },
]

export default function CohortReport() {
  return <ReportPage {...useLoaderData<typeof loader>()} />
}
