import type { Place } from '../case.ts'
import { whole } from './change.ts'
import type { Both, Change, Subject } from './change.ts'
import type { Matched } from './match.ts'

/** Pure. What was removed from a list, added to it and moved in it, and what `diff` finds in each that was kept. */
export function diffList<T extends { place: Place }>(
  { removed, added, kept }: Matched<T>,
  subjectOf: (item: T) => Subject,
  diff: (both: Both, before: T, after: T) => Array<Change>,
): Array<Change> {
  return [
    ...removed.map((item) => whole(subjectOf(item), 'removed', item.place)),
    ...added.map((item) => whole(subjectOf(item), 'added', item.place)),
    ...kept.flatMap(({ before, after, moved }) => {
      const both: Both = { subject: subjectOf(after), placeBefore: before.place, placeAfter: after.place }
      const move: Array<Change> = moved
        ? [{ ...both, change: 'moved', what: null, before: String(moved.from), after: String(moved.to) }]
        : []
      return [...move, ...diff(both, before, after)]
    }),
  ]
}
