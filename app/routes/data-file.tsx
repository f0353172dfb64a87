import type { LoaderFunctionArgs } from '@remix-run/node'
import { makeDataFile } from '../account/data-file.server.ts'
import { requireLearner } from '../account/who.server.ts'
import { listProgress } from '../course/list-progress.server.ts'

/** A learner, be it a guest: the file with their own data. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { learnerId } = await requireLearner(request, context)
  const now = context.clock.now()
  const courses = await listProgress(learnerId, context)
  const file = await makeDataFile(learnerId, { db: context.db, now, courses })
  return new Response(`${JSON.stringify(file, null, 2)}\n`, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="casewright-${now.toISOString().slice(0, 10)}.json"`,
      'Cache-Control': 'no-store',
    },
  })
}
