import { Link } from '@remix-run/react'
import type { CourseCardView } from './home-views.ts'

/** The course, how far the learner is in it, and its next step. */
export function CourseCard({ course: { title, to, howFar, next } }: { course: CourseCardView }) {
  return (
    <div className="next-case">
      <div>
        <p className="kicker">Course</p>
        <h3>
          <Link to={to}>{title}</Link>
        </h3>
        <p className="note">{howFar}</p>
      </div>
      {next !== null && (
        <Link className="button quiet" to={next.to}>
          {next.label}
        </Link>
      )}
    </div>
  )
}
