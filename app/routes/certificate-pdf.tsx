import type { LoaderFunctionArgs } from '@remix-run/node'
import { sheetOf, showCertificate } from '../credentials/show-certificate.server.ts'

/** Anyone who has the address: the certificate as a PDF, as long as it is good. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const shown = await showCertificate(params['id'] ?? '', new URL(request.url).origin, context)
  if (shown === null) throw new Response(null, { status: 404 })
  const sheet = sheetOf(shown.view, shown.kept.issuedAt)
  if (sheet === null) return new Response(NOT_GOOD, { status: 410, headers: PLAIN })
  const pdf = await context.pdfs.make(sheet)
  if (pdf === null) return new Response(BUSY, { status: 503, headers: { ...PLAIN, 'Retry-After': '30' } })
  return new Response(Uint8Array.from(pdf), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `attachment; filename="certificate-${shown.view.id}.pdf"`,
      'Cache-Control': 'no-store',
      'X-Robots-Tag': 'noindex',
    },
  })
}

const NOT_GOOD = 'This certificate is not good any more, so no PDF is made of it. Its page says why.\n'
const BUSY = 'Many certificates are being set just now. Nothing is lost: try again in half a minute.\n'
const PLAIN = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' }
