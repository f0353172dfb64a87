import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ScoringPage } from '../components/scoring-page.tsx'
import { scoreExample } from '../play/score-example.ts'
import { readSimulation } from '../play/simulation.server.ts'

/** Anyone. */
export async function loader({ request }: LoaderFunctionArgs) {
  return {
    example: scoreExample(new URL(request.url).searchParams.get('picks')),
    simulation: await readSimulation(),
  }
}

export const meta: MetaFunction = () => [{ title: 'How it scores · Casewright' }]

export default function HowItScores() {
  return <ScoringPage {...useLoaderData<typeof loader>()} />
}
