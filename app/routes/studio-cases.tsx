import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData, useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'
import { requireRole } from '../account/who.server.ts'
import { CaseRows } from '../components/case-rows.tsx'
import { createCase } from '../studio/create-case.server.ts'
import { listCases } from '../studio/list-cases.server.ts'
import { readNewCase } from '../studio/new-case-form.ts'
import styles from '../styles/studio.css?url'

/** Instructors and admins. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireRole(request, { role: 'instructor', otherwise: 404 }, context)
  return { cases: await listCases(context) }
}

/** Instructors and admins. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { learnerId } = await requireRole(request, { role: 'instructor', otherwise: 404 }, context)
  const form = readNewCase(await request.formData())
  if (form.kind === 'problems') return data(form.draft, { status: 422 })
  const { title, slug } = form
  if (await createCase({ slug, title, by: learnerId }, context)) return redirect(`/teach/cases/${slug}`, 303)
  const problems = { slug: `There is a case at ${slug} already. Choose another address.` }
  return data({ title, slug, problems }, { status: 422 })
}

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]

export const meta: MetaFunction = () => [{ title: 'Cases, studio · Casewright' }]

const AGAIN_MS = 2_000

export default function StudioCases() {
  const { cases } = useLoaderData<typeof loader>()
  const draft = useActionData<typeof action>()
  const { revalidate } = useRevalidator()
  const isWaiting = cases.some(({ problems }) => problems === null)
  useEffect(() => {
    if (!isWaiting) return undefined
    const timer = setTimeout(revalidate, AGAIN_MS)
    return () => clearTimeout(timer)
  }, [isWaiting, cases, revalidate])
  return <CaseRows cases={cases} draft={draft ?? null} />
}
