import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { MemberPage } from '../components/member-page.tsx'
import type { RequestContext } from '../http/context.ts'
import { changeSharing, leaveCohort, showMembership } from '../teach/join.server.ts'
import { noticeOf } from '../teach/notices.ts'

/** A learner of the cohort. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { view } = await requireMember(request, params['id'], context)
  return { view: { ...view, notice: noticeOf(request) } }
}

const formSchema = z.strictObject({ intent: z.enum(['share', 'unshare', 'leave']) })

/** A learner of the cohort, about themselves. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { view, learnerId } = await requireMember(request, params['id'], context)
  const form = formSchema.safeParse(Object.fromEntries((await request.formData()).entries())).data
  if (!form) throw new Response(null, { status: 400 })
  if (form.intent === 'leave') {
    await leaveCohort(view.id, learnerId, context)
    return redirect('/join', 303)
  }
  const sharesProfile = form.intent === 'share'
  await changeSharing({ cohortId: view.id, learnerId, sharesProfile }, context)
  return redirect(`/cohorts/${view.id}?notice=${sharesProfile ? 'shared' : 'unshared'}`, 303)
}

async function requireMember(request: Request, id: string | undefined, context: RequestContext) {
  const learnerId = await context.sessions.learnerOf(request)
  const view = learnerId === null ? null : await showMembership(id ?? '', learnerId, context)
  if (learnerId === null || view === null) throw new Response(null, { status: 404 })
  return { view, learnerId }
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
  { title: shown ? `${shown.view.name} · Casewright` : 'Casewright' },
]

export default function CohortRoute() {
  return <MemberPage {...useLoaderData<typeof loader>()} />
}
