import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { requireRole } from '../account/who.server.ts'
import { Versions } from '../components/versions.tsx'
import { rollBack, withdrawCase } from '../studio/change-service.server.ts'
import { studioNotice } from '../studio/notices.ts'
import { requireCase } from '../studio/require-case.server.ts'
import { showVersions } from '../studio/show-versions.server.ts'
import styles from '../styles/studio.css?url'

/** Instructors and admins. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requireRole(request, { role: 'instructor', otherwise: 404 }, context)
  const found = await requireCase(params['slug'] ?? '', context)
  const notice = studioNotice(new URL(request.url).searchParams.get('notice'))
  return { page: await showVersions(found, context), notice }
}

const formSchema = z.discriminatedUnion('intent', [
  z.strictObject({ intent: z.literal('withdraw') }),
  z.strictObject({ intent: z.literal('back'), hash: z.string().regex(/^[0-9a-f]{64}$/) }),
])

/** Instructors and admins. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  await requireRole(request, { role: 'instructor', otherwise: 404 }, context)
  const { slug } = await requireCase(params['slug'] ?? '', context)
  const form = formSchema.safeParse(Object.fromEntries(await request.formData())).data
  if (!form) throw new Response(null, { status: 400 })
  const isDone =
    form.intent === 'withdraw' ? await withdrawCase(slug, context) : await rollBack(slug, form.hash, context)
  if (!isDone) throw new Response(null, { status: 404 })
  return redirect(`/teach/cases/${slug}/versions?notice=${form.intent === 'withdraw' ? 'withdrawn' : 'back'}`, 303)
}

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
  { title: shown ? `Versions of ${shown.page.title} · Casewright` : 'Casewright' },
]

export default function StudioVersions() {
  return <Versions {...useLoaderData<typeof loader>()} />
}
