import { Form, Link, useNavigation } from '@remix-run/react'
import type { MemberView } from './cohort-views.ts'
import { WhatIsSeen } from './join-page.tsx'
import { Notice } from './notice.tsx'
import { PageHead } from './page-head.tsx'
import { Section } from './section.tsx'

/** A cohort as one of its learners sees it: the course, what the instructors see, and the way out. */
export function MemberPage({ view }: { view: MemberView }) {
  const { name, course, days, instructors, isArchived, sharesProfile } = view
  const kicker = ['Your cohort', days, isArchived ? 'archived' : null].filter((part) => part !== null)
  return (
    <>
      <Notice text={view.notice} />
      <PageHead kicker={kicker.join(' · ')} title={name}>
        {instructors.length > 0 && (
          <p className="prose">Taught by {new Intl.ListFormat('en-GB').format(instructors)}.</p>
        )}
      </PageHead>
      <p className="send">
        <Link className="button" to={course.to}>
          Open the course
        </Link>
        <span className="small">{course.title}</span>
      </p>
      <Section id="seen" title="What your instructors see">
        <WhatIsSeen />
        <p className="setting">{sharesProfile ? 'They can read your profile.' : 'They can’t read your profile.'}</p>
        <Act
          intent={sharesProfile ? 'unshare' : 'share'}
          label={sharesProfile ? 'Stop sharing my profile' : 'Share my profile with them'}
        />
      </Section>
      <Section
        id="leave"
        title="Leave the cohort"
        note="What you decided stays yours. It no longer counts in what the group shows. With the code you can come back."
      >
        <Act intent="leave" label="Leave the cohort" />
      </Section>
    </>
  )
}

function Act({ intent, label }: { intent: string; label: string }) {
  const isSending = useNavigation().state !== 'idle'
  return (
    <Form method="post">
      <input type="hidden" name="intent" value={intent} />
      <div className="send">
        <button className="button quiet" aria-disabled={isSending ? true : undefined}>
          {label}
        </button>
      </div>
    </Form>
  )
}
