import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { whoIs } from '../account/who.server.ts'
import { endSession } from '../data/sessions.server.ts'

/** Anyone: there is nothing to see, and following a link signs nobody out. */
export function loader() {
  return redirect('/')
}

/** Anyone. A guest is led to sign up instead: signed out, they could not come back. */
export async function action({ request, context }: ActionFunctionArgs) {
  const who = await whoIs(request, context)
  if (who === null) return redirect('/', 303)
  if (who.account === null) return redirect('/sign-up', 303)
  await context.db.write((tx) => endSession(tx, who.learnerId, who.sessionId))
  const headers = new Headers(await context.sessions.forget(request))
  headers.append('Set-Cookie', await context.sessions.remember(request, who.learnerId))
  return redirect('/sign-in?notice=out', { status: 303, headers })
}
