import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { RolePage } from '../components/role-page.tsx'
import { keepRole, readRoleForm, showRole } from '../play/role-page.server.ts'

/** Anyone; a learner sees what they last answered. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const view = await showRole(await context.sessions.learnerOf(request), context)
  if (view === null) throw new Response(null, { status: 404 })
  return { view }
}

/** Anyone; a visitor becomes a guest by answering. */
export async function action({ request, context }: ActionFunctionArgs) {
  const questions = context.guide.role
  if (questions === null) throw new Response(null, { status: 404 })
  const marked = readRoleForm(await request.formData(), questions.lens.items.length)
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
  await keepRole({ learnerId, course: questions.course, answers }, context)
  return redirect('/role', { status: 303, headers })
}

export const meta: MetaFunction = () => [{ title: 'What your role asks · Casewright' }]

export default function RoleRoute() {
  const { view } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return <RolePage view={{ ...view, ...answer }} />
}
