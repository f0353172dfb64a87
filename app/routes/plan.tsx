import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { ClientActionFunctionArgs } from '@remix-run/react'
import { PlanPage } from '../components/plan-page.tsx'
import type { PlanView } from '../components/plan-views.ts'
import { orStay } from '../components/unsent.ts'
import { showPlan } from '../course/show-plan.server.ts'
import { writePlan } from '../course/write-plan.server.ts'

/** A learner; a visitor, who has no profile to plan from, is led to the course. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const slug = params['slug'] ?? ''
  if ((await context.courses.find(slug)) === null) throw new Response(null, { status: 404 })
  const learnerId = await context.sessions.learnerOf(request)
  if (learnerId === null) throw redirect(`/courses/${slug}`)
  const isWriting = new URL(request.url).searchParams.get('write') === 'again'
  return { view: found(await showPlan({ learnerId, slug, isWriting, draft: null }, context)) }
}

/** A learner, about their own plan. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const slug = params['slug'] ?? ''
  const learnerId = await context.sessions.learnerOf(request)
  if (learnerId === null || (await context.courses.find(slug)) === null) throw new Response(null, { status: 404 })
  const written = await writePlan({ learnerId, course: slug }, await request.formData(), context)
  if (written.kind === 'kept') return redirect(`/courses/${slug}/plan#main`, 303)
  const draft = { fields: written.fields, problems: written.problems }
  const view = found(await showPlan({ learnerId, slug, isWriting: true, draft }, context))
  return data({ view }, { status: 422 })
}

function found(view: PlanView | null): PlanView {
  if (view === null) throw new Response(null, { status: 404 })
  return view
}

export async function clientAction({ request, serverAction }: ClientActionFunctionArgs) {
  return orStay(request, serverAction)
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
  { title: shown ? `Plan, ${shown.view.title} · Casewright` : 'Casewright' },
]

export default function PlanRoute() {
  const { view } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return <PlanPage view={answer?.view ?? view} />
}
