import type { Dimension, ToldEstimate } from './profile-views.ts'

/** What the pages of cohorts show, as plain data. Days are written out already, or YYYY-MM-DD where a form takes them. */

type Problems = Record<string, string | undefined>

export type CohortFormView = {
  fields: { name: string; course: string; startsOn: string; endsOn: string }
  courses: Array<{ slug: string; title: string }>
  problems: Problems
}

export type CohortCard = {
  id: string
  name: string
  course: string
  learners: number
  days: string | null
  joinCode: string
}

export type TeachView = {
  notice: string | null
  cohorts: Array<CohortCard>
  archived: Array<CohortCard>
  form: CohortFormView
}

/** What stands at the top of every page of a cohort. */
export type CohortHeadView = {
  id: string
  name: string
  course: string
  days: string | null
  isArchived: boolean
}

export type SetUpView = {
  head: CohortHeadView
  notice: string | null
  form: CohortFormView
  joinCode: string
  joinLink: string
  showsReasons: boolean
  learners: number
  instructors: Array<{ learnerId: string; name: string; email: string; isYou: boolean }>
  addInstructor: { typed: string; problem: string | null }
  deletion: { typed: string; problem: string | null }
}

/** Where a learner is: a case, never a scene. */
export type PersonProgress = {
  learnerId: string
  name: string
  email: string | null
  ended: number
  /** "Almost Done, under way". */
  at: string
  lastSeen: string
  /** "Still for 12 days", or null. */
  still: string | null
  /** "2 cases are late; 1 case is due by 1 December", or null. */
  due: string | null
  sharesProfile: boolean
}

/** A case that is late or comes up within a week. `day`: "was due on 1 December 2026". */
export type DueCase = { slug: string; title: string; day: string; waitingFor: number }

export type PeopleView = {
  head: CohortHeadView
  notice: string | null
  cases: number
  people: Array<PersonProgress>
  due: Array<DueCase>
  invitations: Array<{ email: string; name: string; state: string }>
  joinCode: string
  joinLink: string
  sendsMail: boolean
}

export type PlannedLine = { line: number; email: string; name: string; text: string; isProblem: boolean }

export type ImportView = {
  head: CohortHeadView
  problem: string | null
  preview: {
    invites: number
    others: number
    problems: number
    lines: Array<PlannedLine>
    /** How many lines are not shown. */
    more: number
    /** What is sent back to confirm: address and name of each to be invited. */
    people: string
  } | null
  sendsMail: boolean
  joinLink: string
}

/** What somebody reads before they join. */
export type JoinView = {
  code: string
  typed: string
  problem: string | null
  cohort: {
    name: string
    course: string
    days: string | null
    instructors: Array<string>
    /** The id where the learner is in it already. */
    joined: string | null
  } | null
  mine: Array<{ id: string; name: string; course: string; isArchived: boolean }>
  as: string | null
}

export type MemberView = {
  id: string
  name: string
  course: { title: string; to: string }
  days: string | null
  isArchived: boolean
  instructors: Array<string>
  sharesProfile: boolean
  notice: string | null
}

/** As much of a profile as is shared: what is estimated, never a decision. */
export type SharedProfileView = {
  cohort: { id: string; name: string }
  name: string
  headline: string
  dimensions: Record<Dimension, ToldEstimate>
}
