import { redirect } from '@remix-run/node'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CourseList } from '../components/course-list.tsx'

/** Anyone. Where there is only one course, this is its page. */
export async function loader({ context }: LoaderFunctionArgs) {
  const courses = await context.courses.list()
  const [only, second] = courses
  if (only && !second) return redirect(`/courses/${only.slug}`)
  return { courses: courses.map(({ slug, course: { title, promise } }) => ({ slug, title, promise })) }
}

export const meta: MetaFunction = () => [{ title: 'Courses · Casewright' }]

export default function CoursesRoute() {
  return <CourseList {...useLoaderData<typeof loader>()} />
}
