import { dayText } from './day-text.ts'
import type { CommitmentText as Text } from './home-views.ts'

const RESULTS = { done: 'Done', partly: 'Partly', not: 'Not this time' }

/** A commitment as it was written, with what became of it. */
export function CommitmentText({ commitment }: { commitment: Text }) {
  const { when, will, witness, dueOn, result, happened } = commitment
  return (
    <dl className="commitment">
      <div>
        <dt>When</dt>
        <dd>{when}</dd>
      </div>
      <div>
        <dt>I will</dt>
        <dd>{will}</dd>
      </div>
      <div className="aside">
        <dt>By</dt>
        <dd className="num">{dayText(dueOn)}</dd>
      </div>
      {witness !== null && (
        <div className="aside">
          <dt>Noticed by</dt>
          <dd>{witness}</dd>
        </div>
      )}
      {result !== null && (
        <div className="aside">
          <dt>It came to</dt>
          <dd className="result">{RESULTS[result]}</dd>
        </div>
      )}
      {happened !== null && (
        <div>
          <dt>{result === null ? 'Last time' : 'I wrote'}</dt>
          <dd className="own-words">{happened}</dd>
        </div>
      )}
    </dl>
  )
}
