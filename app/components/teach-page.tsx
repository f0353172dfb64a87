import { Form, Link, useNavigation } from '@remix-run/react'
import { CohortFields } from './cohort-fields.tsx'
import type { CohortCard, TeachView } from './cohort-views.ts'
import { Notice } from './notice.tsx'
import { PageHead } from './page-head.tsx'
import { Section } from './section.tsx'
import { useFocusOnFault } from './use-focus-on-fault.ts'

/** An instructor's cohorts, and a new one. */
export function TeachPage({ view }: { view: TeachView }) {
  return (
    <>
      <Notice text={view.notice} />
      <PageHead kicker="Teach" title={view.cohorts.length === 0 ? 'Begin with a cohort' : 'Your cohorts'}>
        <p className="prose">
          A cohort takes a course together. You see how far each learner is and how the group decides, never what one of
          them scored.
        </p>
      </PageHead>
      {view.cohorts.length > 0 && <CohortList cohorts={view.cohorts} />}
      <Section id="new" title="A new cohort" note="Learners join with a code or a link that you pass on.">
        <NewCohort view={view} />
      </Section>
      {view.archived.length > 0 && (
        <Section id="archive" title="Archive" note="Nobody joins these any more. All they show is still there.">
          <CohortList cohorts={view.archived} />
        </Section>
      )}
    </>
  )
}

function CohortList({ cohorts }: { cohorts: Array<CohortCard> }) {
  return (
    <ul className="cohorts">
      {cohorts.map(({ id, name, course, learners, days, joinCode }) => (
        <li key={id}>
          <h2>
            <Link to={`/teach/cohorts/${id}`}>{name}</Link>
          </h2>
          <p className="note">{days === null ? course : `${course} · ${days}`}</p>
          <p className="num">{learners === 1 ? '1 learner' : `${learners} learners`}</p>
          <p className="join-code small">
            <span className="vh">Join code </span>
            {joinCode}
          </p>
        </li>
      ))}
    </ul>
  )
}

function NewCohort({ view: { form } }: { view: TeachView }) {
  const ref = useFocusOnFault(form.problems)
  const isSending = useNavigation().state !== 'idle'
  if (form.courses.length === 0)
    return <p className="setting">There is no course on this site yet. A cohort needs one to take.</p>
  return (
    <Form ref={ref} className="ifthen" method="post" action="/teach" noValidate>
      <CohortFields view={form} />
      <div className="send">
        <button className="button" aria-disabled={isSending ? true : undefined}>
          Open the cohort
        </button>
        <span className="small">All of it can be changed later.</span>
      </div>
    </Form>
  )
}
