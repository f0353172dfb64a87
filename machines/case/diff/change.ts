import type { Place } from '../case.ts'

/** What was changed, in the case's own terms. */
export type Subject =
  | { kind: 'case' }
  | { kind: 'variable' | 'scene' | 'decision' | 'ending'; id: string }
  | { kind: 'option'; id: string; decision: string }

/** One difference between two versions of a case. */
export type Change = {
  subject: Subject
  /**
   * `moved`: to another place in its order, or a decision to another scene. `reworded`: a text that is shown. `changed`: anything
   * else that the case knows of it: a rating, a target, a condition, an effect, a bound.
   */
  change: 'added' | 'removed' | 'moved' | 'reworded' | 'changed'
  /** What of it: `influence`, `goto`, `set trust`, `text`; null where it is the whole. */
  what: string | null
  /** As an author would write it; null where there is none. For what was moved: its place in the order, from 1, or its scene. */
  before: string | null
  after: string | null
  /** Where the subject stands in the two versions; null in the one that does not have it. */
  placeBefore: Place | null
  placeAfter: Place | null
}

/** Pure. A change in a line, with the id between asterisks: `option *promise*: influence 2 → 1`. */
export function changeText({ subject, change, what, before, after }: Change): string {
  const name = subject.kind === 'case' ? 'case' : `${subject.kind} *${subject.id}*`
  switch (change) {
    case 'added':
    case 'removed':
      return what === null ? `${name} ${change}` : `${name}: ${what} ${change}: ${after ?? before ?? ''}`
    case 'moved':
      return `${name}${what === null ? '' : `: ${what}`} moved: ${before ?? 'none'} → ${after ?? 'none'}`
    case 'reworded':
      return `${name}: ${what ?? 'text'} reworded`
    case 'changed':
      return `${name}: ${what ?? ''} ${before ?? 'none'} → ${after ?? 'none'}`
  }
}

/** A subject as it stands in both versions. */
export type Both = { subject: Subject; placeBefore: Place | null; placeAfter: Place | null }

/** Pure. The change of one value of a subject, or none where it is the same. */
export function changed(both: Both, what: string, before: string | null, after: string | null): Array<Change> {
  return before === after ? [] : [{ ...both, change: 'changed', what, before, after }]
}

/** Pure. That one of a list was added or removed as a whole. */
export function whole(subject: Subject, change: 'added' | 'removed', place: Place): Change {
  const isAdded = change === 'added'
  return {
    subject,
    change,
    what: null,
    before: null,
    after: null,
    placeBefore: isAdded ? null : place,
    placeAfter: isAdded ? place : null,
  }
}
