import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CoursePage } from '../components/course-page.tsx'
import { showCourse } from '../course/show-course.server.ts'

/** Anyone; a learner also sees where they stand in the course. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const view = await showCourse(await context.sessions.learnerOf(request), params['slug'] ?? '', context)
  if (view === null) throw new Response(null, { status: 404 })
  return { view }
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
  { title: shown ? `${shown.view.title} · Casewright` : 'Casewright' },
]

export default function CourseRoute() {
  return <CoursePage {...useLoaderData<typeof loader>()} />
}
