import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { requireRole } from '../account/who.server.ts'
import { addImage } from '../studio/add-image.server.ts'
import { refusalOf } from '../studio/image-kind.ts'
import { requireCase } from '../studio/require-case.server.ts'

/** Instructors and admins. The editor wants data; a plain form goes back to the page. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { learnerId } = await requireRole(request, { role: 'instructor', otherwise: 404 }, context)
  const { slug } = await requireCase(params['slug'] ?? '', context)
  const form = await request.formData().catch(() => null)
  if (form === null) throw new Response(null, { status: 400 })
  const added = await addImage({ slug, file: form.get('image'), by: learnerId }, context)
  const wantsData = request.headers.get('Accept') === 'application/json'
  if (added.kind === 'added') {
    return wantsData ? Response.json(added) : redirect(`/teach/cases/${slug}#images`, 303)
  }
  const refusal = refusalOf(added.why)
  return wantsData
    ? Response.json({ kind: added.kind, reason: refusal?.reason }, { status: refusal?.status ?? 422 })
    : redirect(`/teach/cases/${slug}?refused=${added.why}#images`, 303)
}

/** Nobody: there is nothing to read here. */
export function loader() {
  throw new Response(null, { status: 404 })
}
