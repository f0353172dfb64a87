import { Link } from '@remix-run/react'
import { CaseHtml } from './case-html.tsx'
import { CourseModule } from './course-module.tsx'
import { CourseProgressBar } from './course-progress.tsx'
import type { CourseView, RequirementView, StepView } from './course-views.ts'
import { PageHead } from './page-head.tsx'
import { Section } from './section.tsx'

/** A course: what it promises, what comes next, its cases in order, and what completing it takes. On paper, its syllabus. */
export function CoursePage({ view }: { view: CourseView }) {
  const { title, promise, size, order, isLearner, next, blocked, modules, requirements, bodyHtml } = view
  return (
    <div className="course">
      <PageHead kicker={`Course · ${size}`} title={title}>
        <p className="prose">{promise}</p>
      </PageHead>
      {isLearner && <CourseProgressBar modules={modules} text={view.progress} />}
      {next !== null && <NextStep step={next} isLearner={isLearner} />}
      {blocked !== null && <p className="notice">{blocked}</p>}
      <Section id="modules" title="The cases, and why in this order" note={order}>
        <ol className="modules">
          {modules.map((module, place) => (
            <CourseModule key={module.title} module={module} number={place + 1} isLearner={isLearner} />
          ))}
        </ol>
      </Section>
      <Section
        id="completion"
        title="What completing it takes"
        note="No score is asked for, and none is shown to anyone."
      >
        <ul className="requirements">
          {requirements.map((requirement) => (
            <Requirement key={requirement.text} requirement={requirement} isLearner={isLearner} />
          ))}
        </ul>
      </Section>
      {bodyHtml !== '' && (
        <Section id="about" title="About the course">
          <CaseHtml html={bodyHtml} className="prose course-body" />
        </Section>
      )}
    </div>
  )
}

function NextStep({ step: { kicker, title, note, to, label }, isLearner }: { step: StepView; isLearner: boolean }) {
  return (
    <section className="next course-next" aria-labelledby="next">
      <div className="next-case">
        <div>
          <p className="kicker">{isLearner ? kicker : 'Start here · no account needed'}</p>
          <h2 id="next">{title}</h2>
          <p className="note">{note}</p>
        </div>
        <Link className="button" to={to}>
          {label}
        </Link>
      </div>
    </section>
  )
}

type RequirementProps = { requirement: RequirementView; isLearner: boolean }

function Requirement({ requirement: { text, isMet, count }, isLearner }: RequirementProps) {
  return (
    <li>
      <svg
        className={isLearner && isMet ? 'tick met' : 'tick'}
        viewBox="0 0 24 24"
        width="24"
        height="24"
        aria-hidden="true"
      >
        <rect x="1" y="1" width="22" height="22" rx="2" />
        {isLearner && isMet && <path d="M6 12.5l4.2 4.2L18.5 8" />}
      </svg>
      <span>{text}</span>
      {isLearner && <span className="small num">{isMet ? 'Done' : (count ?? 'Not yet')}</span>}
    </li>
  )
}
