import type { DecisionPage, JudgedOption, MeterView, PatternView } from './views.ts'

/** The open decision of a what-if. */
export type WhatIfDecision = {
  page: DecisionPage
  /** Place in the attempt (from 0) from which it plays on. */
  from: number
  /** What was chosen in it so far; goes back with the form. */
  choices: Array<string>
  /** What the attempt chose in this very place; null once the two runs have parted. */
  ownHtml: string | null
  /** True where the form came without a choice. */
  isUnanswered: boolean
}

export type RunChoice = {
  /** From 1, in its own run. */
  number: number
  timedOut: boolean
  scored: boolean
  option: JudgedOption
  /** Empty where the author tells nothing. */
  outcomeHtml: string
}

/** A scene as one run passed it; `choice` is null in a beat. */
export type RunScene = { title: string; when: string | null; choice: RunChoice | null }

/** What the two runs saw at about the same time. */
export type ComparedRow = {
  place: 'parting' | 'meeting' | 'between'
  own: RunScene | null
  other: RunScene | null
  isSameScene: boolean
  /** The same scene, the same choice, and the same came of it. */
  isSame: boolean
}

export type RunEnd = { title: string; html: string; meters: Array<MeterView> }

export type ComparisonView = {
  attempt: string
  slug: string
  title: string
  language: string
  /** The number of the decision (from 1) from which the what-if played on. */
  from: number
  /** Where the runs part and meet, in a sentence. */
  way: string
  /** What each showed, a sentence for each dimension. */
  sums: Array<PatternView>
  /** What both have in common before they part. */
  shared: Array<RunScene>
  rows: Array<ComparedRow>
  own: RunEnd
  other: RunEnd
  isSameEnding: boolean
  /** The decisions of the attempt: from each of them another what-if can begin. */
  decisions: Array<{ number: number; title: string; when: string | null }>
}
