import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { requireRole } from '../account/who.server.ts'
import { PageHead } from '../components/page-head.tsx'
import { ScenePreview } from '../components/scene-preview.tsx'
import { requireCase } from '../studio/require-case.server.ts'
import { showDraft } from '../studio/show-draft.server.ts'
import styles from '../styles/studio.css?url'

/** Instructors and admins: a scene of the draft as it is saved. The editor asks for it as data. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requireRole(request, { role: 'instructor', otherwise: 404 }, context)
  const found = await requireCase(params['slug'] ?? '', context)
  return { slug: found.slug, shown: await showDraft(found, new URL(request.url).searchParams.get('scene'), context) }
}

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
  { title: shown ? `Preview of ${shown.shown.title ?? shown.slug} · Casewright` : 'Casewright' },
]

export default function StudioPreview() {
  const { slug, shown } = useLoaderData<typeof loader>()
  return (
    <div className="preview-page">
      <PageHead
        kicker={
          <>
            Preview · <Link to={`/teach/cases/${slug}`}>back to the text</Link>
          </>
        }
        title={shown.title ?? slug}
      />
      {shown.scene === null ? (
        <p className="prose">There is nothing to show yet: the text has an error that must go first.</p>
      ) : (
        <ScenePreview view={shown.scene} toScene={(id) => ({ href: `?scene=${id}` })} />
      )}
    </div>
  )
}
