import type { GuestPlayed } from './account-views.ts'
import { playedText } from './played-text.ts'

/** Asked where a browser in which someone played as a guest is about to become somebody's. */
export function GuestQuestion({ guest, isKept }: { guest: GuestPlayed | null; isKept: boolean }) {
  if (guest === null) return null
  return (
    <div className="tick">
      <input id="keep" type="checkbox" name="keep" value="yes" defaultChecked={isKept} aria-describedby="keep-hint" />
      <label htmlFor="keep">Take along {playedText(guest)} that was played in this browser</label>
      <p className="hint" id="keep-hint">
        It becomes part of your account, in the order in which it was decided. Leave this unmarked if it was somebody
        else who played: then it stays apart, and nobody can open it any more.
      </p>
    </div>
  )
}
