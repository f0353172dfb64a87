import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { requireRole } from '../account/who.server.ts'
import { addImage } from '../studio/add-image.server.ts'
import { keptText, refusalOf } from '../studio/image-kind.ts'
import { removeImage } from '../studio/remove-image.server.ts'
import { requireCase } from '../studio/require-case.server.ts'

const removeSchema = z.strictObject({ intent: z.literal('remove'), src: z.string().min(1).max(200) })

/** Instructors and admins. The editor wants data; a plain form goes back to the page. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { learnerId } = await requireRole(request, { role: 'instructor', otherwise: 404 }, context)
  const { slug } = await requireCase(params['slug'] ?? '', context)
  const form = await request.formData().catch(() => null)
  if (form === null) throw new Response(null, { status: 400 })
  const wantsData = request.headers.get('Accept') === 'application/json'
  if (!form.has('intent'))
    return answerAdded(slug, await addImage({ slug, file: form.get('image'), by: learnerId }, context), wantsData)
  const asked = removeSchema.safeParse(Object.fromEntries(form)).data
  if (!asked) throw new Response(null, { status: 400 })
  const removed = await removeImage({ slug, src: asked.src, by: learnerId }, context)
  if (removed.kind === 'shown') {
    const reason = keptText(removed.line)
    return wantsData
      ? Response.json({ kind: 'refused', reason }, { status: 409 })
      : redirect(`/teach/cases/${slug}?shown=${removed.line}#images`, 303)
  }
  // An image that is gone already is what was wanted.
  return wantsData ? Response.json({ kind: 'removed' }) : redirect(`/teach/cases/${slug}#images`, 303)
}

function answerAdded(slug: string, added: Awaited<ReturnType<typeof addImage>>, wantsData: boolean): Response {
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
