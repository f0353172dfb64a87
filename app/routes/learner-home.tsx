import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { HomePage } from '../components/home-page.tsx'
import { VisitorPage } from '../components/visitor-page.tsx'
import { courseCard } from '../course/course-card.server.ts'
import { noticeText } from '../play/notices.ts'
import { showHome } from '../play/show-home.server.ts'

/** Anyone: a learner sees what is theirs, a visitor the way to a first case. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const learner = await context.sessions.learnerOf(request)
  if (learner === null) return { view: null }
  const notice = noticeText(new URL(request.url).searchParams.get('notice'))
  const [home, course] = await Promise.all([showHome(learner, context), courseCard(learner, context)])
  return { view: { ...home, notice, course } }
}

export const meta: MetaFunction = () => [{ title: 'Home · Casewright' }]

export default function LearnerHome() {
  const { view } = useLoaderData<typeof loader>()
  if (view === null) {
    return (
      <VisitorPage
        title="Nothing of yours is here yet."
        text="Home shows where you stopped, what comes next, and the plans you made, on their day. It begins with a first case; no account is needed."
      />
    )
  }
  return <HomePage view={view} />
}
