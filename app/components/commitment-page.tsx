import { Form, Link } from '@remix-run/react'
import { CommitmentForm } from './commitment-form.tsx'
import { CommitmentText } from './commitment-text.tsx'
import type { CommitmentPageView } from './home-views.ts'
import { LookBackForm } from './look-back-form.tsx'
import { PageHead } from './page-head.tsx'
import { Section } from './section.tsx'

/** One commitment: look back on it, change it, delete it. */
export function CommitmentPage({ view }: { view: CommitmentPageView }) {
  const { attempt, result, isDue, lookBack, change } = view
  const action = `/commitments/${attempt}`
  return (
    <>
      <PageHead kicker={result === null ? 'Your plan' : 'Your plan, looked back on'} title={headingOf(view)} />
      <CommitmentText commitment={view} />
      <Section
        id="look-back"
        title={result === null ? 'Look back' : 'Change your answer'}
        {...(result === null && !isDue ? { note: 'Its day is still to come, but you need not wait for it.' } : {})}
      >
        <LookBackForm attempt={attempt} lookBack={lookBack} label={result === null ? 'Keep this' : 'Keep the change'} />
      </Section>
      {result === null && (
        <Section id="change" title="Change the plan" note="With another day, it comes back on that one.">
          <CommitmentForm action={action} commitment={change} label="Keep the change" />
        </Section>
      )}
      <Section id="delete" title="Delete the plan" note="It goes for good, with what you wrote about it.">
        <Form method="post" action={action}>
          <input type="hidden" name="intent" value="delete" />
          <p className="send">
            <button className="button quiet">Delete this plan</button>
          </p>
        </Form>
      </Section>
      <p className="send onward">
        <Link className="link" to="/home">
          Back home
        </Link>
        <Link className="link" to={`/attempts/${attempt}/debrief`}>
          The debrief it came out of
        </Link>
      </p>
    </>
  )
}

function headingOf({ result, isDue }: CommitmentPageView): string {
  if (result !== null) return 'What you tried'
  return isDue ? 'Time to look back' : 'What you mean to try'
}
