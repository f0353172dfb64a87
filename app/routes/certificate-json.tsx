import type { LoaderFunctionArgs } from '@remix-run/node'
import { showCertificate } from '../credentials/show-certificate.server.ts'

/** Anyone who has the address: the signed file, byte by byte as it is stored, as long as the certificate is good. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const shown = await showCertificate(params['id'] ?? '', new URL(request.url).origin, context)
  if (shown === null) throw new Response(null, { status: 404 })
  if (shown.view.verdict.kind !== 'good') return new Response(NOT_GOOD, { status: 410, headers: PLAIN })
  return new Response(shown.kept.credential, {
    headers: {
      'Content-Type': 'application/vc+ld+json; charset=utf-8',
      'Content-Disposition': `attachment; filename="certificate-${shown.view.id}.json"`,
      // Taking it back shows at once.
      'Cache-Control': 'no-store',
      'X-Robots-Tag': 'noindex',
    },
  })
}

const NOT_GOOD = 'This certificate is not good any more, so its file is not given away. Its page says why.\n'
const PLAIN = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' }
