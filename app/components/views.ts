/**
 * What the pages show, as plain data. Loaders make it, components draw it. Every `html` was made on the server from a checked
 * case; nothing else may be put into a page as HTML.
 */

export type CaseCard = {
  slug: string
  title: string
  summary: string
  role: string
  setting: string
  minutes: number
  level: string
  decisions: { min: number; max: number | null }
}

/** Where a learner stands with a case: at most one attempt is under way, any number have ended. */
export type Standing = {
  underWay: { id: string; decided: number; startedOn: string } | null
  ended: Array<{ id: string; ending: string; endedOn: string }>
}

export type BriefView = CaseCard & {
  people: Array<{ name: string; role: string }>
  authors: Array<string>
  licence: string | null
  language: string
  hasTimeLimits: boolean
}

/** How far an attempt is. `max` is null where a loop makes the case endless. */
export type ProgressView = { decided: number; min: number; max: number | null }

/** A variable that the author gave a label. */
export type MeterView = { label: string; value: number; min: number; max: number; text: string }

/** A scene that was read before, by the place of its visit in the attempt. */
export type TrailEntry = { visit: number; title: string; when: string | null }

/** The frame around everything that an attempt shows. */
export type PlayFrame = {
  attempt: string
  /** Where the attempt stands, or the what-if on it; earlier scenes, outcomes and beats are asked of the same address. */
  address: string
  /** The number of the decision (from 1) from which a what-if plays on; null in the attempt itself. */
  whatIfFrom: number | null
  slug: string
  title: string
  language: string
  progress: ProgressView
  meters: Array<MeterView>
  trail: Array<TrailEntry>
  /** One sentence about what has just happened to a form, or null. */
  notice: string | null
}

export type SceneText = { title: string; when: string | null; html: string }

export type OptionView = { id: string; html: string }

export type DecisionPage = {
  kind: 'decision'
  frame: PlayFrame
  scene: SceneText
  /** Place in the attempt, from 0; goes back with the form. */
  seq: number
  questionHtml: string
  options: Array<OptionView>
  asksWorst: boolean
  /** Seconds left when the page was made, or null without a limit. */
  secondsLeft: number | null
}

export type OutcomePage = {
  kind: 'outcome'
  frame: PlayFrame
  scene: SceneText
  chosenHtml: string
  timedOut: boolean
  outcomeHtml: string
  onward: Onward
}

export type BeatPage = { kind: 'beat'; frame: PlayFrame; scene: SceneText; onward: Onward }

export type EndingPage = {
  kind: 'ending'
  frame: PlayFrame
  scene: SceneText
  /** The prose of the ending itself, after the scene's. */
  ending: { title: string; html: string }
  reflections: Array<ReflectionView>
  /** True once every question is answered, unless the answers are to be gone over again. */
  reflected: boolean
  /** How many words a course asks for in each answer; null where none does. */
  wordsAsked: number | null
}

export type ReflectionView = { question: number; html: string; answer: string; problem: string | null }

export type EarlierPage = {
  kind: 'earlier'
  frame: PlayFrame
  scene: SceneText
  questionHtml: string | null
  chosenHtml: string | null
  outcomeHtml: string | null
  visit: number
}

/** Where the one button leads, and what it says ("Continue to Monday, 22:25"). */
export type Onward = { to: string; label: string }

export type PlayPage = DecisionPage | OutcomePage | BeatPage | EndingPage | EarlierPage

export type Ratings = { execution: number | null; influence: number | null }

export type JudgedOption = { html: string; ratings: Ratings; becauseHtml: string }

export type DebriefStep = {
  /** From 1; the number on the map. */
  number: number
  title: string
  when: string | null
  scored: boolean
  chosen: JudgedOption
  timedOut: boolean
  confidence: 'guess' | 'fairly' | 'certain' | null
  reason: string | null
  /** "the strongest here for execution", or null. */
  standing: string | null
  /** The strongest alternative per dimension, or one for both; empty where the choice itself was the strongest. */
  strongest: Array<JudgedOption & { label: string }>
  worst: (JudgedOption & { remark: string }) | null
}

export type MapNode = {
  id: string
  kind: 'decision' | 'beat' | 'ending'
  title: string
  onWay: boolean
  /** The numbers of the decisions taken here, in order; empty off the way and for beats and endings. */
  numbers: Array<number>
}

export type MapView = {
  nodes: Array<MapNode>
  edges: Array<{ from: string; to: string; onWay: boolean }>
  text: string
}

/** The sentence of the trade-off pattern in pieces, so that the two dimensions can have their hues. */
export type PatternView = Array<{ text: string; dimension: 'execution' | 'influence' | null }>

export type DebriefView = {
  attempt: string
  slug: string
  title: string
  language: string
  ending: { title: string; html: string }
  map: MapView
  pattern: PatternView
  steps: Array<DebriefStep>
  reflections: Array<{ questionHtml: string; answer: string }>
  commitment: CommitmentView
}

export type CommitmentView = {
  when: string
  will: string
  witness: string
  dueOn: string
  /** ISO dates between which the look back may lie. */
  earliest: string
  latest: string
  saved: boolean
  problems: Record<string, string>
}
