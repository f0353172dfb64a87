import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { readPeople } from '../account/people.server.ts'
import { requireRole } from '../account/who.server.ts'
import type { HealthView } from '../components/account-views.ts'
import { PeoplePage } from '../components/people-page.tsx'
import { countGuests } from '../data/people.server.ts'
import type { RequestContext } from '../http/context.ts'

const querySchema = z.object({
  q: z.string().trim().max(200).catch(''),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
})

/** Admins; for all others there is no such page. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireRole(request, { role: 'admin', otherwise: 404 }, context)
  const { q, page } = querySchema.parse(Object.fromEntries(new URL(request.url).searchParams))
  const { db, clock } = context
  const people = await readPeople({ search: q, page }, { db, now: clock.now() })
  const everyone = q === '' ? people.count : (await readPeople({ search: '', page: 1 }, { db, now: clock.now() })).count
  return { view: { ...people, health: await healthView(everyone, context) } }
}

async function healthView(people: number, { db, health }: RequestContext): Promise<HealthView> {
  const { version, database, cases, refused } = await health()
  return {
    version,
    database,
    cases,
    people,
    guests: await countGuests(db),
    refused: refused.map(({ slug, problems }) => ({
      slug,
      problems: problems.map(({ line, message }) => `Line ${line}: ${message}.`),
    })),
  }
}

export const meta: MetaFunction = () => [{ title: 'People · Casewright' }]

export default function Admin() {
  return <PeoplePage {...useLoaderData<typeof loader>()} />
}
