import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Landing } from '../components/landing.tsx'
import { caseCard, openingHtml } from '../play/case-card.ts'

/** The case that a visitor can start with one click. */
const SAMPLE = 'the-2240-trailer'

/** Anyone. */
export async function loader({ context }: LoaderFunctionArgs) {
  const served = await context.library.listServed()
  const sample = served.find(({ slug }) => slug === SAMPLE) ?? served[0]
  return {
    cases: served.length,
    sample: sample
      ? {
          card: caseCard(sample.slug, sample.loaded),
          openingHtml: openingHtml(sample.loaded),
          language: sample.loaded.case.language,
        }
      : null,
  }
}

export const meta: MetaFunction = () => [
  { title: 'Case studies you decide your way through · Casewright' },
  {
    name: 'description',
    content:
      'Workplace case studies that go on from what you choose. Every decision is read twice: what it does to the work, and what it does to the people.',
  },
]

export default function Home() {
  const { sample, cases } = useLoaderData<typeof loader>()
  return <Landing sample={sample} cases={cases} playAction={sample ? `/cases/${sample.card.slug}` : '/cases'} />
}
