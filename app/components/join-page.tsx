import { Form, Link, useNavigation } from '@remix-run/react'
import type { JoinView } from './cohort-views.ts'
import { Field } from './field.tsx'
import { PageHead } from './page-head.tsx'
import { Section } from './section.tsx'
import { useFocusOnFault } from './use-focus-on-fault.ts'

/** Where a code is typed, and what one reads before one joins. */
export function JoinPage({ view }: { view: JoinView }) {
  return (
    <>
      {view.cohort === null ? <Ask view={view} /> : <Join view={view} cohort={view.cohort} />}
      {view.mine.length > 0 && (
        <Section id="mine" title="Cohorts you are in">
          <ul className="roster">
            {view.mine.map(({ id, name, course, isArchived }) => (
              <li key={id}>
                <span>
                  <Link className="link" to={`/cohorts/${id}`}>
                    {name}
                  </Link>{' '}
                  <span className="small">{isArchived ? `${course} · archived` : course}</span>
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

function Ask({ view: { typed, problem } }: { view: JoinView }) {
  const ref = useFocusOnFault(problem)
  const isSending = useNavigation().state !== 'idle'
  return (
    <>
      <PageHead kicker="Cohort" title="Join with a code">
        <p className="prose">Your instructor has given you a code of two words and a number. Capitals don’t matter.</p>
      </PageHead>
      <Form ref={ref} className="ifthen" method="post" action="/join" noValidate>
        <input type="hidden" name="intent" value="look" />
        <Field id="code" name="code" label="Code" problem={problem ?? undefined}>
          {(props) => (
            <input
              {...props}
              type="text"
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              defaultValue={typed}
            />
          )}
        </Field>
        <div className="send">
          <button className="button" aria-disabled={isSending ? true : undefined}>
            Look it up
          </button>
          <span className="small">You see what you would join before you do.</span>
        </div>
      </Form>
    </>
  )
}

type JoinProps = { view: JoinView; cohort: NonNullable<JoinView['cohort']> }

function Join({ view: { code, as }, cohort: { name, course, days, instructors, joined } }: JoinProps) {
  const isSending = useNavigation().state !== 'idle'
  return (
    <>
      <PageHead kicker={['Cohort', course, days].filter((part) => part !== null).join(' · ')} title={name}>
        {instructors.length > 0 && (
          <p className="prose">Taught by {new Intl.ListFormat('en-GB').format(instructors)}.</p>
        )}
      </PageHead>
      <Section id="seen" title="What your instructors see">
        <WhatIsSeen />
      </Section>
      {joined === null ? (
        <Form className="ifthen" method="post" action="/join">
          <input type="hidden" name="intent" value="join" />
          <input type="hidden" name="code" value={code} />
          <label className="check">
            <input type="checkbox" name="shares" value="yes" />
            <span>
              Let the instructors of this cohort read my profile. <span className="small">You can take that back.</span>
            </span>
          </label>
          <div className="send">
            <button className="button" aria-disabled={isSending ? true : undefined}>
              Join
            </button>
            <span className="small">
              {as === null
                ? 'No account is needed: you appear as a guest. Sign up whenever you like, and your name stands there; you stay in the cohort.'
                : `You join as ${as}.`}
            </span>
          </div>
        </Form>
      ) : (
        <p className="send">
          <Link className="button" to={`/cohorts/${joined}`}>
            You are in it: open the cohort
          </Link>
        </p>
      )}
    </>
  )
}

/** The same words before joining and after. */
export function WhatIsSeen() {
  return (
    <ul className="seen">
      <li>Your name and address, if you have an account, and how far you are: which cases you have begun and ended.</li>
      <li>How the whole group decided, once ten have ended a case. Your first play of each case counts in that.</li>
      <li>
        What you write with a choice, without your name, if your instructors allow it: only beside what at least three
        others wrote. The other learners see it after their own debrief.
      </li>
      <li>Never what you alone decided or scored, unless you share your profile. Other learners see nothing of you.</li>
    </ul>
  )
}
