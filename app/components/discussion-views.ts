import type { BarView, DecisionStats } from './report-views.ts'
import type { Ratings } from './views.ts'

export type ArgumentView = {
  id: string
  html: string
  ratings: Ratings
  best: BarView
  harm: BarView | null
  becauseHtml: string
  reasons: Array<string>
  more: number
}

/** One decision for a class to talk about. */
export type DiscussionView = {
  cohort: { id: string; name: string }
  title: string
  language: string
  slug: string
  scene: { title: string; when: string | null; html: string }
  decision: Pick<DecisionStats, 'id' | 'number' | 'of' | 'questionHtml' | 'answers' | 'isShown'>
  sides: Array<ArgumentView>
  showsReasons: boolean
}

/** How one cohort chose where a learner did. */
export type ComparedDecision = {
  id: string
  number: number
  title: string
  questionHtml: string
  isShown: boolean
  options: Array<{ id: string; html: string; isOwn: boolean; best: BarView; reasons: Array<string>; more: number }>
}

export type ComparisonView = {
  attempt: string
  title: string
  language: string
  cohorts: Array<{
    id: string
    name: string
    /** Why nothing is shown; null where it is. */
    withheld: string | null
    learners: number
    decisions: Array<ComparedDecision>
  }>
}
