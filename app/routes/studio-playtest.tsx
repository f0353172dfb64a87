import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { requireRole } from '../account/who.server.ts'
import { Playtest } from '../components/playtest.tsx'
import { playtestDraft, RUNS } from '../studio/playtest-draft.server.ts'
import { requireCase } from '../studio/require-case.server.ts'
import styles from '../styles/studio.css?url'

const runsSchema = z.coerce.number().int().min(RUNS.least).max(RUNS.most)

/** Instructors and admins. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requireRole(request, { role: 'instructor', otherwise: 404 }, context)
  const found = await requireCase(params['slug'] ?? '', context)
  const asked = new URL(request.url).searchParams.get('runs')
  const runs = asked === null ? null : (runsSchema.safeParse(asked).data ?? RUNS.usual)
  return { page: await playtestDraft(found, runs, context), bounds: RUNS }
}

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
  { title: shown ? `Playtest of ${shown.page.title} · Casewright` : 'Casewright' },
]

export default function StudioPlaytest() {
  return <Playtest {...useLoaderData<typeof loader>()} />
}
