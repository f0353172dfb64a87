import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { ClientActionFunctionArgs } from '@remix-run/react'
import { requireRole } from '../account/who.server.ts'
import { RatePage } from '../components/rate-page.tsx'
import { orStay } from '../components/unsent.ts'
import { studioNotice } from '../studio/notices.ts'
import { rateCase, showRating } from '../studio/rate-case.server.ts'
import { askedLevels, readRatings } from '../studio/rating-form.ts'
import { requireCase } from '../studio/require-case.server.ts'
import styles from '../styles/studio.css?url'

/** Instructors and admins; the key and the others' ratings only for who has rated. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { learnerId } = await requireRole(request, { role: 'instructor', otherwise: 404 }, context)
  const found = await requireCase(params['slug'] ?? '', context)
  const notice = studioNotice(new URL(request.url).searchParams.get('notice'))
  return { page: await showRating(found, learnerId, context), notice }
}

/** Instructors and admins, once for each version. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { learnerId } = await requireRole(request, { role: 'instructor', otherwise: 404 }, context)
  const { slug } = await requireCase(params['slug'] ?? '', context)
  const form = await request.formData()
  const hash = form.get('hash')
  const loaded = typeof hash === 'string' ? await context.library.findVersion(hash) : null
  if (loaded === null) throw new Response(null, { status: 400 })
  const ratings = readRatings(form, askedLevels(loaded.case))
  if (ratings === null) throw new Response(null, { status: 400 })
  const { levels, missing } = ratings
  if (missing.length > 0) return data({ levels: Object.fromEntries(levels), missing }, { status: 422 })
  const isKept = await rateCase({ hash: loaded.hash, raterId: learnerId, levels }, loaded, context)
  return redirect(`/teach/cases/${slug}/rate?notice=${isKept ? 'rated' : 'rated-before'}`, 303)
}

export async function clientAction({ request, serverAction }: ClientActionFunctionArgs) {
  return orStay(request, serverAction)
}

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
  { title: shown ? `Blind rating of ${shown.page.title} · Casewright` : 'Casewright' },
]

export default function StudioRate() {
  const answer = useActionData<typeof action>()
  return <RatePage {...useLoaderData<typeof loader>()} answer={answer ?? null} />
}
