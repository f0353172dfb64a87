import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CaseLibrary } from '../components/case-library.tsx'
import { caseCard, compareCases } from '../play/case-card.ts'
import { standingsOf } from '../play/standings.server.ts'

/** Anyone; a learner also sees where they stand with each case. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const learner = await context.sessions.learnerOf(request)
  const standings = await standingsOf(learner, context)
  const served = await context.library.listServed()
  return {
    cases: served
      .sort((a, b) => compareCases(a.loaded, b.loaded))
      .map(({ slug, loaded }) => ({ card: caseCard(slug, loaded), standing: standings(slug) })),
  }
}

export const meta: MetaFunction = () => [{ title: 'Cases · Casewright' }]

export default function Cases() {
  return <CaseLibrary {...useLoaderData<typeof loader>()} />
}
