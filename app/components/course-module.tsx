import { Link } from '@remix-run/react'
import { caseLength } from './case-length.ts'
import { StatusMark } from './course-progress.tsx'
import type { CourseCaseView, CourseModuleView } from './course-views.ts'

type CourseModuleProps = { module: CourseModuleView; number: number; isLearner: boolean }

/** A module: what it is about, why it stands here, and its cases with where the learner stands with each. */
export function CourseModule({ module: { title, why, cases }, number, isLearner }: CourseModuleProps) {
  return (
    <li>
      <div className="module-head">
        <p className="kicker">Module {number}</p>
        <h3>{title}</h3>
        <p className="note">{why}</p>
      </div>
      <ol className="course-cases">
        {cases.map((one) => (
          <li key={one.number} className={one.status}>
            <CourseCase view={one} isLearner={isLearner} />
          </li>
        ))}
      </ol>
    </li>
  )
}

function CourseCase({ view, isLearner }: { view: CourseCaseView; isLearner: boolean }) {
  const { number, title, language, card, status, standing, link } = view
  return (
    <>
      <StatusMark status={isLearner ? status : 'locked'} />
      <div className="course-case">
        <h4 lang={language}>
          {number}. {title}
        </h4>
        {card !== null && (
          <>
            <p className="hook" lang={language}>
              {card.summary}
            </p>
            <p className="small">
              {card.level} · <span lang={language}>{card.setting}</span> ·{' '}
              <span className="num">{caseLength(card)}</span>
            </p>
          </>
        )}
      </div>
      <p className="case-standing">
        <span className="small">{standing}</span>
        {link !== null && (
          <Link className="link" to={link.to} aria-label={`${link.label}: ${title}`}>
            {link.label}
          </Link>
        )}
      </p>
    </>
  )
}
