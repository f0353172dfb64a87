import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { requireRole } from '../account/who.server.ts'
import { findDraft } from '../data/drafts.server.ts'
import { keepDraft } from '../studio/keep-draft.server.ts'
import { requireCase } from '../studio/require-case.server.ts'
import { showDraft } from '../studio/show-draft.server.ts'
import { otherDraft } from '../studio/show-studio.server.ts'
import { readSourceForm } from '../studio/source-form.ts'

/** Instructors and admins: what comes of the draft as it is saved, with the asked scene. The editor shows it. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requireRole(request, { role: 'instructor', otherwise: 404 }, context)
  const found = await requireCase(params['slug'] ?? '', context)
  return Response.json(await showDraft(found, new URL(request.url).searchParams.get('scene'), context))
}

/** Instructors and admins: the editor saves here while something is written. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { learnerId } = await requireRole(request, { role: 'instructor', otherwise: 404 }, context)
  const { slug } = await requireCase(params['slug'] ?? '', context)
  const form = readSourceForm(await request.formData())
  if (form === null) throw new Response(null, { status: 400 })
  const kept = await keepDraft({ slug, source: form.source, onRevision: form.revision, by: learnerId }, context)
  if (kept.kind === 'refused') return Response.json(kept, { status: 422 })
  if (kept.kind === 'conflict') {
    return Response.json({ kind: kept.kind, kept: await otherDraft(kept.kept, context) }, { status: 409 })
  }
  const draft = await findDraft(context.db.read, slug)
  return Response.json({ ...kept, savedAt: draft?.savedAt.toISOString() })
}
