import { Form, Link, useNavigation } from '@remix-run/react'
import { dayText } from './day-text.ts'
import type { BriefView, Standing } from './views.ts'

type BeginFormsProps = { brief: BriefView; standing: Standing }

/** What is said before a case is played again. */
export function ReplayNote() {
  return (
    <p className="note replay">
      <b>What a replay counts:</b> decisions that you have met before count nothing, however you take them; those that
      are new to you count half. An answer faster than it can be read counts nothing.{' '}
      <Link to="/how-it-scores">How it scores</Link>
    </p>
  )
}

/** The ways into a case: start, go on, or start again. Posts to the case: `intent` start or start-again, and `noTimeLimits` where ticked. */
export function BeginForms({ brief, standing: { underWay, ended } }: BeginFormsProps) {
  return (
    <div className="begin">
      {underWay !== null && (
        <p className="send">
          <Link className="button" to={`/attempts/${underWay.id}`}>
            {underWay.decided === 0 ? 'Go on from the first scene' : `Go on after decision ${underWay.decided}`}
          </Link>
          <span className="small">Started on {dayText(underWay.startedOn)}</span>
        </p>
      )}
      {(underWay !== null || ended.length > 0) && <ReplayNote />}
      <StartForm
        brief={brief}
        isAgain={underWay !== null}
        label={ended.length > 0 ? 'Play it again' : 'Start the case'}
      />
    </div>
  )
}

function StartForm({ brief, isAgain, label }: { brief: BriefView; isAgain: boolean; label: string }) {
  const isSending = useNavigation().state !== 'idle'
  return (
    <Form method="post" action={`/cases/${brief.slug}`}>
      <input type="hidden" name="intent" value={isAgain ? 'start-again' : 'start'} />
      {brief.hasTimeLimits && (
        <label className="check">
          <input type="checkbox" name="noTimeLimits" value="yes" />
          Play without time limits
        </label>
      )}
      <p className="send">
        <button className={isAgain ? 'button quiet' : 'button'} aria-disabled={isSending ? true : undefined}>
          {isSending ? 'One moment' : isAgain ? 'Start again from the beginning' : label}
        </button>
        {isAgain && <span className="small">You begin anew. What you decided before stays kept.</span>}
        {!isAgain && brief.hasTimeLimits && (
          <span className="small">Some decisions have a time limit. Without it, nothing else changes.</span>
        )}
      </p>
    </Form>
  )
}
