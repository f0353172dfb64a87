import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ClaimPage } from '../components/claim-page.tsx'
import { claimCertificate, showClaim } from '../course/claim-certificate.server.ts'
import type { Claimant } from '../course/claim-certificate.server.ts'

/** Anyone; a learner sees their own certificate of the course, or what is missing for it. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const view = await showClaim(await claimantOf({ request, params, context }), context)
  if (view === null) throw new Response(null, { status: 404 })
  return { view }
}

/** A learner, for themselves. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const claimant = await claimantOf({ request, params, context })
  const claimed = await claimCertificate(claimant, await request.formData(), context)
  if (claimed !== 'see-page') return data({ view: claimed }, { status: 422 })
  return redirect(`/courses/${claimant.slug}/certificate`, 303)
}

async function claimantOf({ request, params, context }: Pick<LoaderFunctionArgs, 'request' | 'params' | 'context'>) {
  const claimant: Claimant = {
    learnerId: await context.sessions.learnerOf(request),
    slug: params['slug'] ?? '',
    origin: new URL(request.url).origin,
  }
  return claimant
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
  { title: shown ? `Certificate, ${shown.view.course.title} · Casewright` : 'Casewright' },
]

export default function CourseCertificateRoute() {
  const { view } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return <ClaimPage view={answer?.view ?? view} />
}
