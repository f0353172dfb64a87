import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireRole } from '../account/who.server.ts'
import { Workbench } from '../editor/workbench.tsx'
import { keepDraft } from '../studio/keep-draft.server.ts'
import { studioNotice } from '../studio/notices.ts'
import { publishDraft } from '../studio/publish-draft.server.ts'
import { requireCase } from '../studio/require-case.server.ts'
import { otherDraft, showStudio } from '../studio/show-studio.server.ts'
import { readSourceForm } from '../studio/source-form.ts'
import { readStudioAddress } from '../studio/studio-address.ts'
import styles from '../styles/studio.css?url'

/** Instructors and admins. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requireRole(request, { role: 'instructor', otherwise: 404 }, context)
  const found = await requireCase(params['slug'] ?? '', context)
  const { searchParams } = new URL(request.url)
  return {
    page: await showStudio(found, readStudioAddress(searchParams), context),
    notice: studioNotice(searchParams.get('notice')),
  }
}

/** Instructors and admins. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { learnerId } = await requireRole(request, { role: 'instructor', otherwise: 404 }, context)
  const { slug } = await requireCase(params['slug'] ?? '', context)
  const form = readSourceForm(await request.formData())
  if (form === null) throw new Response(null, { status: 400 })
  const { source: mine, revision, intent } = form
  const kept = await keepDraft({ slug, source: mine, onRevision: revision, by: learnerId }, context)
  if (kept.kind === 'refused') return data({ ...kept, mine }, { status: 422 })
  if (kept.kind === 'conflict') {
    return data({ kind: kept.kind, mine, other: await otherDraft(kept.kept, context) }, { status: 409 })
  }
  if (intent === 'save') return redirect(`/teach/cases/${slug}?notice=saved#problems`, 303)
  const published = await publishDraft(slug, kept.revision, context)
  switch (published.kind) {
    case 'published':
      return redirect(`/teach/cases/${slug}/versions?notice=published`, 303)
    case 'in-service':
      return redirect(`/teach/cases/${slug}/versions?notice=in-service`, 303)
    case 'errors':
      return redirect(`/teach/cases/${slug}?notice=errors#problems`, 303)
    case 'moved':
      return data(
        { kind: 'conflict' as const, mine, other: await otherDraft(published.kept, context) },
        { status: 409 },
      )
  }
}

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
  { title: shown ? `${shown.page.title}, studio · Casewright` : 'Casewright' },
]

export default function StudioCaseRoute() {
  const { page, notice } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return <Workbench key={page.slug} page={page} answer={answer ?? null} notice={notice} />
}
