/** Ratings of an option: execution and influence, null where its decision does not rate the dimension. */
export type Ratings = [execution: number | null, influence: number | null]

/** A trade-off, a poor option and a middle way: the kind of decision that every rule is content with. */
export const TRADE_OFF: Array<Ratings> = [
  [4, 1],
  [1, 4],
  [0, 0],
  [3, 3],
]

export type OptionParts = { goto?: string; if?: string; set?: string; text?: string; outcome?: string }

export type DecisionParts = {
  ratings?: Array<Ratings>
  execution?: string
  influence?: string
  prose?: string
  question?: string
  /** By the option's place. */
  options?: Record<number, OptionParts>
}

export type SteadyParts = {
  decisions?: Array<DecisionParts>
  claims?: string
  minutes?: number
  state?: string
  language?: string
  /** Scenes after the last decision and before the ending, as MDX; the last decision then leads to `extra`. */
  extra?: string
  /** Scenes that stand apart. */
  apart?: string
}

const OPTION = 'Take it up today with the people who know it best.'

/** The source of a case that no rule finds anything in: ten decisions, one after the other, with options of one length. */
export function steadyCase(parts: SteadyParts = {}): string {
  const decisions = parts.decisions ?? times(10)
  const after = (index: number) => (index + 1 < decisions.length ? `s${index + 1}` : parts.extra ? 'extra' : 'end')
  return [
    '---\ntitle: A steady case\nsummary: A case to change.\nrole: Lead\nlevel: middle\nsetting: A week at work',
    `minutes: ${parts.minutes ?? 3}\nclaims: ${parts.claims ?? '[delegation, trust]'}\nlanguage: ${parts.language ?? 'en'}`,
    `state: ${parts.state ?? '{}'}\n---\n`,
    ...decisions.map((decision, index) => decisionScene(`s${index}`, after(index), decision)),
    parts.extra ?? '',
    '<Scene id="end">\n<Ending id="done" outcome="mixed">\nThe week is over.\n</Ending>\n</Scene>',
    parts.apart ?? '',
  ].join('\n')
}

export function times(count: number, decision: DecisionParts = {}): Array<DecisionParts> {
  return Array.from({ length: count }, () => decision)
}

/** A scene with a decision whose options all lead to one scene, save where it says otherwise. */
export function decisionScene(id: string, goto: string, parts: DecisionParts = {}): string {
  const ratings = parts.ratings ?? TRADE_OFF
  const execution = ratings.some(([rating]) => rating !== null) ? ` execution="${parts.execution ?? 'delegation'}"` : ''
  const influence = ratings.some(([, rating]) => rating !== null) ? ` influence="${parts.influence ?? 'trust'}"` : ''
  return [
    `<Scene id="${id}">\n\n${parts.prose ?? 'The day goes on.'}\n`,
    `<Decision${execution}${influence}>\n\n${parts.question ?? 'What do you do?'}\n`,
    ...ratings.map((rating, index) => optionSource(`c${index}`, rating, { goto, ...parts.options?.[index] })),
    '</Decision>\n</Scene>\n',
  ].join('\n')
}

function optionSource(id: string, [execution, influence]: Ratings, parts: OptionParts): string {
  const attributes = [
    `id="${id}" goto="${parts.goto}"`,
    execution === null ? '' : `execution={${execution}}`,
    influence === null ? '' : `influence={${influence}}`,
    parts.if ? `if={${parts.if}}` : '',
    parts.set ? `set={{ ${parts.set} }}` : '',
  ]
  const outcome = parts.outcome ? `<Outcome>\n\n${parts.outcome}\n\n</Outcome>\n` : ''
  return `<Choice ${attributes.filter((text) => text !== '').join(' ')}>\n${parts.text ?? OPTION}\n<Because>So it is.</Because>\n${outcome}</Choice>\n`
}
