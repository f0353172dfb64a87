import { Link } from '@remix-run/react'
import { PageHead } from './page-head.tsx'

type CourseListProps = { courses: ReadonlyArray<{ slug: string; title: string; promise: string }> }

/** The courses, where there is not just one. */
export function CourseList({ courses }: CourseListProps) {
  return (
    <>
      <PageHead title="Courses">
        <p className="note">
          {courses.length === 0
            ? 'There is no course here yet. The cases can be played by themselves.'
            : 'Each puts cases in an order, at your own pace.'}
        </p>
      </PageHead>
      {courses.length === 0 ? (
        <p className="send">
          <Link className="button" to="/cases">
            See the cases
          </Link>
        </p>
      ) : (
        <ul className="library">
          {courses.map(({ slug, title, promise }) => (
            <li key={slug}>
              <div>
                <h2>
                  <Link to={`/courses/${slug}`}>{title}</Link>
                </h2>
                <p className="summary">{promise}</p>
              </div>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
