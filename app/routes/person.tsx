import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { readPerson } from '../account/people.server.ts'
import { makeReset, resetPath } from '../account/reset.server.ts'
import { setRole } from '../account/set-role.server.ts'
import { requireRole } from '../account/who.server.ts'
import { PersonPage } from '../components/person-page.tsx'
import { ROLES } from '../data/accounts.server.ts'
import type { RequestContext } from '../http/context.ts'
import { readForm } from '../http/read-form.ts'
import { sendReset } from '../mail/send-reset.server.ts'

const NOTICES: ReadonlyMap<string, string> = new Map([
  ['role', 'The role is changed. They sign in again with it.'],
  ['sent', 'The link is on its way to their address.'],
])

/** Admins; for all others there is no such page. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { learnerId } = await requireRole(request, { role: 'admin', otherwise: 404 }, context)
  const person = await requirePerson(params['id'], context)
  const notice = NOTICES.get(new URL(request.url).searchParams.get('notice') ?? '') ?? null
  return { person, notice, isSelf: person.learnerId === learnerId, sendsMail: context.mail.post !== null }
}

const formSchema = z.discriminatedUnion('intent', [
  z.strictObject({ intent: z.literal('role'), role: z.enum(ROLES) }),
  z.strictObject({ intent: z.literal('reset') }),
])

/** Admins; for all others there is no such page. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const admin = await requireRole(request, { role: 'admin', otherwise: 404 }, context)
  const person = await requirePerson(params['id'], context)
  const form = readForm(formSchema, await request.formData())
  if (form === null) throw new Response(null, { status: 400 })
  const { learnerId } = person
  const here = `/admin/people/${learnerId}`
  if (form.intent === 'reset') return reset(person, here, request, context)
  const set = await setRole({ learnerId, role: form.role }, context.db)
  if (set === 'last-admin') return data({ problem: LAST_ADMIN, link: null, notice: null }, { status: 422 })
  if (set !== 'set') return redirect(here, 303)
  if (learnerId !== admin.learnerId) return redirect(`${here}?notice=role#main`, 303)
  return redirect('/sign-in?notice=role', { status: 303, headers: await context.sessions.forget(request) })
}

const LAST_ADMIN =
  'There is no other admin, and somebody has to be. Make somebody else an admin first; nothing was changed.'

async function reset(
  { learnerId, email }: { learnerId: string; email: string },
  here: string,
  request: Request,
  { db, clock, mail, site, log }: RequestContext,
) {
  const path = resetPath(await makeReset(learnerId, { db, now: clock.now() }))
  const { post } = mail
  // The admin reaches this page at an address that works for people, which `site` need not be.
  if (post === null) return { link: new URL(path, request.url).href, problem: null, notice: null }
  if (await sendReset({ to: email, link: `${site()}${path}` }, { post, log }))
    return redirect(`${here}?notice=sent#main`, 303)
  return data(
    { problem: 'The mail could not be sent just now. Try again in a few minutes.', link: null, notice: null },
    503,
  )
}

async function requirePerson(id: string | undefined, { db, clock }: RequestContext) {
  const person = await readPerson(id ?? '', { db, now: clock.now() })
  if (person === null) throw new Response(null, { status: 404 })
  return person
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
  { title: shown ? `${shown.person.name} · Casewright` : 'Casewright' },
]

export default function PersonRoute() {
  const shown = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return <PersonPage view={{ problem: null, link: null, ...shown, ...answer }} />
}
