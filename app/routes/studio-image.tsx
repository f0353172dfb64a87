import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireRole } from '../account/who.server.ts'
import { findImage } from '../data/case-versions.server.ts'
import { findDraftImage } from '../data/drafts.server.ts'
import { requireCase } from '../studio/require-case.server.ts'

/** Instructors and admins: pictures of a draft. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requireRole(request, { role: 'instructor', otherwise: 404 }, context)
  const { slug, newest, revision } = await requireCase(params['slug'] ?? '', context)
  const src = params['*'] ?? ''
  const { read } = context.db
  const image =
    revision > 0 ? await findDraftImage(read, slug, src) : newest === null ? null : await findImage(read, newest, src)
  if (!image) throw new Response(null, { status: 404 })
  return new Response(image.bytes, {
    headers: {
      'Content-Type': image.type,
      'Cache-Control': 'private, no-cache',
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "default-src 'none'; sandbox",
    },
  })
}
