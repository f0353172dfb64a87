import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { isRouteErrorResponse, useLoaderData, useRouteError } from '@remix-run/react'
import { CertificatePage } from '../components/certificate-page.tsx'
import { verdictWords } from '../components/certificate-verdict.tsx'
import { ErrorPage } from '../components/error-page.tsx'
import { explainError } from '../components/explain-error.ts'
import { showCertificate } from '../credentials/show-certificate.server.ts'

/** Anyone who has the address: it can't be guessed. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const shown = await showCertificate(params['id'] ?? '', new URL(request.url).origin, context)
  if (shown === null) throw new Response(null, { status: 404 })
  return { view: shown.view }
}

/** Who gives an address away decides who finds it. */
export const headers: HeadersFunction = () => ({ 'X-Robots-Tag': 'noindex' })

const NO_CERTIFICATE = {
  title: 'There is no such certificate',
  happened:
    'No certificate given here has this address. A letter of it may be missing, or it was given somewhere else.',
  kept: null,
  next: [{ label: 'See what this place is', to: '/' }],
}

export const meta: MetaFunction<typeof loader> = ({ data: shown, error }) => [
  { title: `${shown ? titleOf(shown.view) : titleOfFault(error)} · Casewright` },
  { name: 'robots', content: 'noindex' },
]

export default function CertificateRoute() {
  return <CertificatePage view={useLoaderData<typeof loader>().view} />
}

export function ErrorBoundary() {
  const status = statusOf(useRouteError())
  return <ErrorPage {...(status === 404 ? NO_CERTIFICATE : explainError(status))} />
}

function titleOf({ statement, verdict }: Parameters<typeof CertificatePage>[0]['view']): string {
  return statement === null ? verdictWords(verdict).title : `${statement.name}, ${statement.course}`
}

function titleOfFault(error: unknown): string {
  const status = statusOf(error)
  return (status === 404 ? NO_CERTIFICATE : explainError(status)).title
}

function statusOf(error: unknown): number {
  return isRouteErrorResponse(error) ? error.status : 500
}
