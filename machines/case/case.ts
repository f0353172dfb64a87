import type { RootContent } from 'mdast'
import type { Expression } from './expression.ts'

/**
 * What a case is once it has been read: plain data, JSON all the way down, nothing in it ever runs.
 * `parseCase` makes it, everything else reads it.
 */
export type Case = {
  title: string
  /** One sentence, at most 200 characters. */
  summary: string
  role: string
  level: Level
  setting: string
  /** What the learner is told, 1–60. */
  minutes: number
  people: Array<{ name: string; role: string }>
  /** Ids of the competencies that the case claims to measure. */
  claims: Array<CompetencyId>
  /** In the order of the front matter. */
  variables: Array<Variable>
  /** Id of the first scene. */
  start: string
  authors: Array<string>
  licence: string | null
  /** BCP 47. */
  language: string
  /** In the order of the file. */
  scenes: Array<Scene>
}

type Level = 'first-line' | 'project-lead' | 'middle' | 'senior'

/** Where in the source something stands: both count from 1. */
export type Place = { line: number; column: number }

export type Variable =
  | { kind: 'integer'; name: string; start: number; min: number; max: number; label: string | null; place: Place }
  | { kind: 'boolean'; name: string; start: boolean; label: string | null; place: Place }

export type Scene = {
  id: string
  title: string | null
  /** Time and place, set above the title. */
  when: string | null
  prose: Prose
  exit: Exit
  place: Place
}

/**
 * `next` makes a scene with prose a beat, and one without a router.
 * The last of `ways` has no condition, the others have one.
 */
export type Exit = Decision | { kind: 'next'; ways: Array<Way> } | Ending

type Way = { goto: string; if: Expression | null; place: Place }

export type Decision = {
  kind: 'decision'
  id: string
  /** The competency that each choice is rated on, or null: the dimension is then not rated at all. */
  execution: ExecutionId | null
  influence: InfluenceId | null
  /** 5–3600 with the choice that is made when they have passed; null without a limit. */
  limit: { seconds: number; choice: string } | null
  asksWorst: boolean
  question: Prose
  /** 2–5, in the order of the file. */
  choices: Array<Choice>
  place: Place
}

export type Choice = {
  id: string
  goto: string
  /** null exactly where the decision names no competency of the dimension. */
  execution: Rating | null
  influence: Rating | null
  if: Expression | null
  /** All computed from the state before the choice. */
  set: Array<{ name: string; value: Expression }>
  text: Markdown
  because: Markdown | null
  outcome: Prose
  place: Place
}

/** 0 does harm · 1 weak · 2 acceptable · 3 strong · 4 exemplary */
export type Rating = 0 | 1 | 2 | 3 | 4

export type Ending = {
  kind: 'ending'
  id: string
  outcome: 'strong' | 'mixed' | 'poor'
  title: string | null
  prose: Prose
  /** Questions that the learner answers before the debrief. */
  reflections: Array<Markdown>
  place: Place
}

/** Markdown without any element: mdast nodes without positions. */
export type Markdown = Array<RootContent>

/** Blocks in order. An element that the author wrote within a paragraph stands between its halves. */
export type Prose = Array<Block>

export type Block =
  | { kind: 'markdown'; nodes: Markdown }
  | { kind: 'show'; if: Expression; prose: Prose; place: Place }
  | { kind: 'email'; from: string; to: string | null; subject: string | null; at: string | null; body: Markdown }
  | { kind: 'chat'; title: string | null; messages: Array<{ from: string; at: string | null; body: Markdown }> }
  | { kind: 'document'; title: string; body: Markdown }
  | { kind: 'say'; who: string; body: Markdown }
  | { kind: 'figure'; src: string; alt: string; caption: string | null }
  | { kind: 'aside'; title: string | null; body: Markdown }

export const EXECUTION = [
  'objectives',
  'delegation',
  'prioritisation',
  'accountability',
  'performance-conversations',
  'process-improvement',
  'resources',
  'coordination',
] as const

export const INFLUENCE = [
  'direction',
  'stakeholder-influence',
  'trust',
  'leading-change',
  'judgement-in-ambiguity',
  'coaching',
  'listening',
  'constructive-challenge',
  'sharing-credit',
] as const

/** The seventeen competencies in the order that the scoring model uses. */
export const COMPETENCIES = [...EXECUTION, ...INFLUENCE] as const

export type ExecutionId = (typeof EXECUTION)[number]
export type InfluenceId = (typeof INFLUENCE)[number]
export type CompetencyId = (typeof COMPETENCIES)[number]
export type Dimension = 'execution' | 'influence'

/** A decision that names no competency only branches. */
export function isScored(decision: Decision): boolean {
  return decision.execution !== null || decision.influence !== null
}
