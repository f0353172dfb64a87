import type { LoaderFunctionArgs } from '@remix-run/node'
import { findImage } from '../data/case-versions.server.ts'

/** Anyone: pictures of published versions, which never change. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const image = await findImage(context.db.read, params['hash'] ?? '', params['*'] ?? '')
  if (!image) throw new Response(null, { status: 404 })
  return new Response(image.bytes, {
    headers: {
      'Content-Type': image.type,
      'Cache-Control': 'public, max-age=31536000, immutable',
      'Content-Security-Policy': "default-src 'none'; sandbox",
    },
  })
}
