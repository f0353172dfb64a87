import type { Place } from '../case.ts'
import type { Report } from './report.ts'

/** What the passes over the tree share. */
export type Context = {
  report: Report
  /** The kinds of the variables by name; null where the front matter could not be read, so that any name may be one. */
  variables: ReadonlyMap<string, 'integer' | 'boolean'> | null
  /** The image files that are there, relative to the case's folder; null if that is not to be checked. */
  images: ReadonlySet<string> | null
  /** Nodes that stand for code that could not be read, which has been reported. */
  faulty: ReadonlySet<object>
  /** What the expressions say of scenes, decisions and choices, to be checked when all of these are known. */
  mentions: Array<Mention>
}

type Mention =
  { kind: 'visited'; scene: string; place: Place } | { kind: 'chose'; decision: string; choice: string; place: Place }
