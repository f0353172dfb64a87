import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ProfilePage } from '../components/profile-page.tsx'
import { showProfile } from '../play/show-profile.server.ts'

/** Anyone: a learner sees their own profile, a visitor the one that everyone begins with. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  return { view: await showProfile(await context.sessions.learnerOf(request), context) }
}

export const meta: MetaFunction = () => [{ title: 'Your profile · Casewright' }]

export default function ProfileRoute() {
  return <ProfilePage {...useLoaderData<typeof loader>()} />
}
