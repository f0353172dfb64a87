import type { Problem } from '../../machines/case/problem.ts'
import type { Stats } from '../../machines/case/stats.ts'

/** What the page asks its worker. The answer bears the same `id`. */
export type CheckAsked = { id: number; text: string; images: ReadonlyArray<string> }

export type CheckAnswered = { id: number; problems: Array<Problem>; stats: Stats | null }
