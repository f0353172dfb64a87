import type { Problem } from '../../machines/case/problem.ts'
import type { Stats } from '../../machines/case/stats.ts'

/** What the page asks its worker. The answers bear the same `id`. */
export type CheckAsked = { id: number; text: string; images: ReadonlyArray<string> }

/**
 * First what reading the text found; then, where it is a case (`isCase`), what the rules found, unless another text was asked for
 * meanwhile.
 */
export type CheckAnswered =
  | { id: number; kind: 'read'; problems: Array<Problem>; isCase: boolean }
  | { id: number; kind: 'judged'; problems: Array<Problem>; stats: Stats }

/** What is known of the newest text. What the rules found is of the one before until they have been through this one (`isWhole`). */
export type CheckedText = { problems: Array<Problem>; stats: Stats | null; isWhole: boolean }
