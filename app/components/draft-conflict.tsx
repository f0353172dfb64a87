import { momentText } from './moment-text.ts'
import type { OtherDraft } from './studio-views.ts'
import { differingLines } from './differing-lines.ts'

type DraftConflictProps = { mine: string; other: OtherDraft | null; children: React.ReactNode }

/** Two texts of one case, of which neither has been overwritten. The buttons that settle it are the children. */
export function DraftConflict({ mine, other, children }: DraftConflictProps) {
  const theirs = other?.source ?? ''
  const difference = differingLines(mine, theirs)
  return (
    <div className="conflict" role="alert" aria-labelledby="conflict-title" tabIndex={-1}>
      <h2 id="conflict-title">This case was saved elsewhere meanwhile</h2>
      <p>
        {other === null
          ? 'There is no draft of it any more.'
          : `${other.savedBy ?? 'Someone'} saved another text at ${momentText(other.savedAt)}.`}{' '}
        Nothing was overwritten: yours is here, theirs is on the server. From line {difference.line} on they differ.
      </p>
      <div className="two-texts">
        <label>
          Yours
          <textarea readOnly rows={10} value={difference.mine} />
        </label>
        <label>
          Theirs
          <textarea readOnly rows={10} value={difference.theirs} />
        </label>
      </div>
      <div className="send">{children}</div>
    </div>
  )
}
