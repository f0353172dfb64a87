import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { requireAccount } from '../account/who.server.ts'
import { SessionsPage } from '../components/sessions-page.tsx'
import { endSession, endSessions, listSessions } from '../data/sessions.server.ts'
import { readForm } from '../http/read-form.ts'

const NOTICES: ReadonlyMap<string, string> = new Map([
  ['ended', 'That browser is signed out.'],
  ['others', 'You are signed out everywhere but here.'],
])

/** Whoever is signed in, about their own browsers. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { learnerId, sessionId } = await requireAccount(request, context)
  const sessions = await listSessions(context.db.read, learnerId, context.clock.now())
  const browsers = sessions.map(({ id, browser, seenAt, createdAt }) => ({
    id,
    name: browser ?? 'A browser that does not say which',
    seenOn: seenAt && dayOf(seenAt),
    since: dayOf(createdAt),
    isThis: id === sessionId,
  }))
  const notice = NOTICES.get(new URL(request.url).searchParams.get('notice') ?? '') ?? null
  return { browsers: browsers.sort((one, other) => Number(other.isThis) - Number(one.isThis)), notice }
}

function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10)
}

const formSchema = z.discriminatedUnion('intent', [
  z.strictObject({ intent: z.literal('others') }),
  z.strictObject({ intent: z.literal('end'), id: z.string().max(100) }),
])

/** Whoever is signed in, about their own browsers: another's session does not exist for them. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { learnerId, sessionId } = await requireAccount(request, context)
  const form = readForm(formSchema, await request.formData())
  if (form === null) throw new Response(null, { status: 400 })
  if (form.intent === 'others') {
    await context.db.write((tx) => endSessions(tx, learnerId, sessionId))
    return redirect('/settings/sessions?notice=others#main', 303)
  }
  const { id } = form
  if (!(await context.db.write((tx) => endSession(tx, learnerId, id)))) throw new Response(null, { status: 404 })
  if (id !== sessionId) return redirect('/settings/sessions?notice=ended#main', 303)
  return redirect('/sign-in?notice=out', { status: 303, headers: await context.sessions.forget(request) })
}

export const meta: MetaFunction = () => [{ title: 'Where you are signed in · Casewright' }]

export default function SettingsSessions() {
  return <SessionsPage {...useLoaderData<typeof loader>()} />
}
