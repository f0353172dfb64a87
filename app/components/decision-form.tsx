import { Form, useNavigation, useSubmit } from '@remix-run/react'
import { type FormEvent, useState } from 'react'
import { CaseHtml } from './case-html.tsx'
import { ConfidenceChips } from './confidence-chips.tsx'
import { OptionPicks } from './option-picks.tsx'
import { Problem } from './problem.tsx'
import { TimeLimit } from './time-limit.tsx'
import { useFocusOnFault } from './use-focus-on-fault.ts'
import type { DecisionPage } from './views.ts'

/** What was sent and came back with a problem, so that nothing is lost. */
export type DecisionDraft = { best: string | null; worst: string | null; confidence: string | null; reason: string }

export type DecisionProblems = { best?: string; worst?: string; confidence?: string; reason?: string }

/** Where a decision goes that is only tried: an address, and the fields that stand in it. */
export type DecisionWay = { to: string; fields: ReadonlyArray<readonly [name: string, value: string]> }

type DecisionFormProps = {
  page: DecisionPage
  draft: DecisionDraft | null
  problems: DecisionProblems
  /** Null in an attempt. */
  way: DecisionWay | null
}

export function DecisionForm({ page, draft, problems, way }: DecisionFormProps) {
  const form = useFocusOnFault(problems)
  const submit = useSubmit()
  const isSending = useNavigation().state !== 'idle'
  const [isSame, setIsSame] = useState(false)
  const { attempt, language } = page.frame
  const asksWorst = page.asksWorst && page.options.length > 2

  function noticeSame(event: FormEvent<HTMLFormElement>) {
    const picked = new FormData(event.currentTarget)
    setIsSame(picked.get('best') !== null && picked.get('best') === picked.get('worst'))
  }

  function sendAtEnd() {
    if (form.current === null) return
    const picked = new FormData(form.current)
    picked.set('timedOut', '1')
    submit(picked, { method: 'post', action: `/attempts/${attempt}` })
  }

  return (
    <Form
      ref={form}
      className="decision"
      id="decide"
      method={way ? 'get' : 'post'}
      // The fragment brings a browser without script back to the form, not to the top, when something is missing.
      action={way ? way.to : `/attempts/${attempt}#decide`}
      aria-labelledby="decide-title"
      onChange={noticeSame}
    >
      {way?.fields.map(([name, value], place) => (
        <input key={place} type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="intent" value="decide" />
      <input type="hidden" name="seq" value={page.seq} />
      <h2 className="vh" id="decide-title">
        Your decision
      </h2>
      <CaseHtml className="question" html={page.questionHtml} lang={language} />
      <p className="note">
        {asksWorst ? 'Mark the one you would do, and the one that would do most harm.' : 'Mark the one you would do.'}
      </p>
      <ProblemList problems={problems} />
      {page.secondsLeft !== null && <TimeLimit secondsLeft={page.secondsLeft} onEnd={sendAtEnd} />}
      <OptionPicks options={page.options} asksWorst={asksWorst} language={language} draft={draft} problems={problems} />
      <output className="hint">
        {isSame && 'You have marked one option twice. Choose another for one of the two.'}
      </output>
      <div className="extras">
        <ConfidenceChips chosen={draft?.confidence ?? null} problem={problems.confidence ?? null} />
        <div className="field">
          <label htmlFor="reason">
            Why, in one line? <i>Optional. You read it again in the debrief.</i>
          </label>
          <input
            id="reason"
            name="reason"
            type="text"
            maxLength={140}
            autoComplete="off"
            defaultValue={draft?.reason}
            aria-invalid={problems.reason === undefined ? undefined : true}
            aria-describedby={problems.reason === undefined ? undefined : 'reason-problem'}
          />
          {problems.reason !== undefined && <Problem id="reason-problem">{problems.reason}</Problem>}
        </div>
      </div>
      <div className="send">
        <button className="button" aria-disabled={isSending ? true : undefined}>
          {isSending ? 'One moment' : 'Decide'}
        </button>
        <span className="small">
          {way
            ? 'Nothing is kept of a preview.'
            : 'Your decision is kept as you send it. You can re-read every scene, but not change a choice.'}
        </span>
      </div>
    </Form>
  )
}

/** What is missing among the options, said above them. */
function ProblemList({ problems }: { problems: DecisionProblems }) {
  if (problems.best === undefined && problems.worst === undefined) return null
  return (
    <div className="problems" role="alert" tabIndex={-1}>
      {problems.best !== undefined && <Problem id="best-problem">{problems.best}</Problem>}
      {problems.worst !== undefined && <Problem id="worst-problem">{problems.worst}</Problem>}
    </div>
  )
}
