import { Form, useNavigation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { CohortFields } from './cohort-fields.tsx'
import { CohortHead } from './cohort-head.tsx'
import type { SetUpView } from './cohort-views.ts'
import { Field } from './field.tsx'
import { JoinWays } from './join-ways.tsx'
import { Section } from './section.tsx'
import { useFocusOnFault } from './use-focus-on-fault.ts'

/** What of a cohort its instructors can change. */
export function SetUpPage({ view }: { view: SetUpView }) {
  return (
    <>
      <CohortHead head={view.head} notice={view.notice} />
      <Joining view={view} />
      <Section id="details" title="Name, course and days">
        <Details view={view} />
      </Section>
      <Reasons view={view} />
      <Instructors view={view} />
      <Ending view={view} />
    </>
  )
}

function Joining({ view: { joinCode, joinLink, head } }: { view: SetUpView }) {
  return (
    <Section
      id="joining"
      title="Joining"
      note={
        head.isArchived
          ? 'While the cohort is in the archive, nobody can join.'
          : 'Whoever has the code or the link can join. If it got into wrong hands, make a new one: the old one then lets nobody in, and those who joined stay.'
      }
    >
      <JoinWays code={joinCode} link={joinLink} />
      <Act intent="new-code" label="Make a new code" isQuiet />
    </Section>
  )
}

function Details({ view: { form } }: { view: SetUpView }) {
  const ref = useFocusOnFault(form.problems)
  return (
    <Form ref={ref} className="ifthen" method="post" noValidate>
      <input type="hidden" name="intent" value="change" />
      <CohortFields view={form} />
      <Send label="Keep the changes" />
    </Form>
  )
}

function Reasons({ view: { showsReasons } }: { view: SetUpView }) {
  return (
    <Section
      id="reasons"
      title="Reasons of others"
      note="After their own debrief, learners may read what others wrote with their choice: without names, and only where at least three chose it."
    >
      <p className="setting">
        {showsReasons ? 'Learners see the reasons of others.' : 'Learners see no reasons of others.'}
      </p>
      <Act
        intent={showsReasons ? 'hide-reasons' : 'show-reasons'}
        label={showsReasons ? 'Stop showing them' : 'Show them'}
        isQuiet
      />
    </Section>
  )
}

function Instructors({ view: { instructors, addInstructor } }: { view: SetUpView }) {
  const ref = useFocusOnFault(addInstructor.problem)
  return (
    <Section id="instructors" title="Instructors" note="They see and change the same as you.">
      <ul className="roster">
        {instructors.map(({ learnerId, name, email, isYou }) => (
          <li key={learnerId}>
            <span>
              <b>{isYou ? `${name} (you)` : name}</b> <span className="small">{email}</span>
            </span>
            {instructors.length > 1 && (
              <Form method="post">
                <input type="hidden" name="intent" value="remove-instructor" />
                <input type="hidden" name="learner" value={learnerId} />
                <button className="link-button">
                  {isYou ? 'Leave' : 'Remove'}
                  <span className="vh"> {name}</span>
                </button>
              </Form>
            )}
          </li>
        ))}
      </ul>
      <Form ref={ref} className="ifthen" method="post" noValidate>
        <input type="hidden" name="intent" value="add-instructor" />
        <Field
          id="instructor"
          name="email"
          label="Add an instructor by their address"
          problem={addInstructor.problem ?? undefined}
        >
          {(props) => <input {...props} type="email" autoComplete="off" defaultValue={addInstructor.typed} />}
        </Field>
        <Send label="Add" />
      </Form>
    </Section>
  )
}

function Ending({ view: { head, learners, deletion } }: { view: SetUpView }) {
  const ref = useFocusOnFault(deletion.problem)
  return (
    <Section
      id="ending"
      title="Archive or delete"
      note="An archived cohort can be read, and nobody joins it. A deleted one is gone for good."
    >
      <Act
        intent={head.isArchived ? 'unarchive' : 'archive'}
        label={head.isArchived ? 'Take it out of the archive' : 'Archive the cohort'}
        isQuiet
      />
      <details className="more-of" open={deletion.problem !== null}>
        <summary>Delete it for good</summary>
        <p className="setting">
          {learnersText(learners)} What they decided and wrote is their own and stays with them; you will no longer see
          how they decided together.
        </p>
        <Form ref={ref} className="ifthen" method="post" noValidate>
          <input type="hidden" name="intent" value="delete" />
          <Field
            id="delete-name"
            name="name"
            label={`To delete it, type its name: ${head.name}`}
            problem={deletion.problem ?? undefined}
          >
            {(props) => <input {...props} type="text" autoComplete="off" defaultValue={deletion.typed} />}
          </Field>
          <Send label="Delete the cohort" />
        </Form>
      </details>
    </Section>
  )
}

function learnersText(learners: number): string {
  if (learners === 0) return 'Nobody is in it yet.'
  return learners === 1 ? 'One learner is in it.' : `${learners} learners are in it.`
}

function Act({ intent, label, isQuiet = false }: { intent: string; label: string; isQuiet?: boolean }) {
  return (
    <Form method="post">
      <input type="hidden" name="intent" value={intent} />
      <Send label={label} isQuiet={isQuiet} />
    </Form>
  )
}

function Send({ label, isQuiet = false, children }: { label: string; isQuiet?: boolean; children?: ReactNode }) {
  const isSending = useNavigation().state !== 'idle'
  return (
    <div className="send">
      <button className={isQuiet ? 'button quiet' : 'button'} aria-disabled={isSending ? true : undefined}>
        {label}
      </button>
      {children}
    </div>
  )
}
