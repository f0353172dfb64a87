import { data } from '@remix-run/node'
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireRole } from '../account/who.server.ts'
import { DraftPlayer } from '../components/draft-player.tsx'
import type { DraftPlay } from '../components/studio-views.ts'
import { placeOf, useFocusOnChange } from '../components/use-focus-on-change.ts'
import { useFollowEditor } from '../editor/use-follow-editor.ts'
import { playDraft } from '../studio/play-draft.server.ts'
import { requireCase } from '../studio/require-case.server.ts'
import styles from '../styles/studio.css?url'

/** Instructors and admins. There is no action: a draft that is tried is never sent, only looked up. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requireRole(request, { role: 'instructor', otherwise: 404 }, context)
  const found = await requireCase(params['slug'] ?? '', context)
  const view = await playDraft(found, new URL(request.url).searchParams, context)
  if (view === null) throw new Response(null, { status: 400 })
  return data(view, { status: isUnanswered(view) ? 422 : 200 })
}

function isUnanswered(view: DraftPlay): boolean {
  return view.kind === 'play' && Object.keys(view.problems).length > 0
}

/** It stands within the studio's page. */
export const handle = { isBare: true }

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]

export const meta: MetaFunction<typeof loader> = ({ data: view }) => [
  { title: view ? `Preview of ${view.title} · Casewright` : 'Casewright' },
]

export default function StudioPlay() {
  const view = useLoaderData<typeof loader>()
  useFollowEditor()
  useFocusOnChange(view.kind === 'play' ? placeOf(view.page) : view.kind)
  return <DraftPlayer view={view} />
}
