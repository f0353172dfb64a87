import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { RolePage } from '../components/role-page.tsx'
import { findAsking, keepRole, readRoleForm, showRole } from '../play/role-page.server.ts'

/** Anyone; a learner sees what they last answered. `?course` names the course whose lens it is. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const asking = await findAsking(courseIn(request), context)
  if (asking === null) throw new Response(null, { status: 404 })
  return { view: await showRole(await context.sessions.learnerOf(request), asking, context) }
}

/** Anyone; a visitor becomes a guest by answering. */
export async function action({ request, context }: ActionFunctionArgs) {
  const asking = await findAsking(courseIn(request), context)
  if (asking === null) throw new Response(null, { status: 404 })
  const marked = readRoleForm(await request.formData(), asking.course.lens.items.length)
  if (marked === null) throw new Response(null, { status: 400 })
  const answers = marked.filter((answer) => answer !== null)
  if (answers.length < marked.length) {
    return data(
      { answers: marked, missing: marked.flatMap((answer, item) => (answer === null ? [item] : [])) },
      { status: 422 },
    )
  }
  const known = await context.sessions.learnerOf(request)
  const { learnerId, headers } =
    known === null ? await context.sessions.startGuest(request) : { learnerId: known, headers: {} }
  await keepRole({ learnerId, course: asking.slug, answers }, context)
  const kept = courseIn(request) === null ? '/role' : `/role?course=${encodeURIComponent(asking.slug)}`
  return redirect(kept, { status: 303, headers })
}

function courseIn(request: Request): string | null {
  return new URL(request.url).searchParams.get('course')
}

export const meta: MetaFunction = () => [{ title: 'What your role asks · Casewright' }]

export default function RoleRoute() {
  const { view } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return <RolePage view={{ ...view, ...answer }} />
}
