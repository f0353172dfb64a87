import type { Dimension, NextCaseView, ProfileView, ToldEstimate } from './profile-views.ts'
import type { CommitmentView } from './views.ts'

/** What a learner's home and the pages around it show, as plain data. Days are YYYY-MM-DD. */

/** A commitment as it is read. `happened` of one without a result was written on an earlier day. */
export type CommitmentText = {
  attempt: string
  when: string
  will: string
  witness: string | null
  dueOn: string
  result: 'done' | 'partly' | 'not' | null
  happened: string | null
  isDue: boolean
}

/** The question what became of a commitment. `earliest` and `latest` bound another day. */
export type LookBackView = {
  result: 'done' | 'partly' | 'not' | null
  happened: string
  anotherDay: string
  earliest: string
  latest: string
  problems: Record<string, string>
}

export type CommitmentPageView = CommitmentText & { lookBack: LookBackView; change: CommitmentView }

/** A commitment at home, with the case that it came out of. */
export type CommitmentCard = CommitmentText & { title: string; language: string; lookBack: LookBackView }

export type UnderWayCard = {
  attempt: string
  title: string
  language: string
  /** Where play stopped, in a sentence or two. */
  stopped: string
  ago: string
  /** What going on is called. */
  label: string
}

/** An attempt that has ended. `questions` still stand before its debrief; 0 where it is open. */
export type EndedCard = {
  attempt: string
  title: string
  language: string
  ending: string
  endedOn: string
  questions: number
}

/** How far a learner is in the course. `next` is null once nothing is left to do. */
export type CourseCardView = {
  title: string
  to: string
  howFar: string
  next: { label: string; to: string } | null
}

export type HomeView = {
  headline: string
  notice: string | null
  due: Array<CommitmentCard>
  coming: Array<CommitmentCard>
  lookedBack: Array<CommitmentCard>
  underWay: Array<UnderWayCard>
  next: NextCaseView | null
  course: CourseCardView | null
  profile: Pick<ProfileView, 'stage' | 'headline'> & { dimensions: Record<Dimension, ToldEstimate> }
  ended: Array<EndedCard>
  reminders: { canSend: boolean; isOn: boolean }
}

/** Reminders by mail. `address` is null where none is kept, `typed` what a refused form held. */
export type SettingsView = {
  canSend: boolean
  address: { email: string; state: 'unconfirmed' | 'on' | 'off' } | null
  notice: string | null
  typed: string
  problem: string | null
}
