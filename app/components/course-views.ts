import type { CaseCard } from './views.ts'

/** What comes next in a course: where it leads, and what the button says. */
export type StepView = { kicker: string; title: string; note: string; to: string; label: string }

export type CourseCaseStatus = 'locked' | 'open' | 'under-way' | 'done'

export type CourseCaseView = {
  /** Place in the course, from 1. */
  number: number
  title: string
  language: string
  /** Null where nothing is known of the case any more. */
  card: CaseCard | null
  status: CourseCaseStatus
  /** "Opens after “Almost Done”". */
  standing: string
  /** Where it can be opened, gone on with or read again; null while it is locked or not to be had. */
  link: { to: string; label: string } | null
}

export type CourseModuleView = { title: string; why: string; cases: Array<CourseCaseView> }

/** `count`: "3 of 8", or null where there is only one thing to do. */
export type RequirementView = { text: string; isMet: boolean; count: string | null }

export type CourseView = {
  slug: string
  title: string
  promise: string
  bodyHtml: string
  /** "8 cases in 5 modules, about 2 hours 40 minutes". */
  size: string
  /** How the order works, as a sentence. */
  order: string
  /** False for a visitor, who has no progress. */
  isLearner: boolean
  /** "3 of 8 cases played to an ending". */
  progress: string
  next: StepView | null
  /** What a learner is told where nothing can be done now. */
  blocked: string | null
  modules: Array<CourseModuleView>
  requirements: Array<RequirementView>
}
