export type ElementName =
  | 'Scene'
  | 'Decision'
  | 'Choice'
  | 'Because'
  | 'Outcome'
  | 'Next'
  | 'Ending'
  | 'Reflect'
  | 'Show'
  | 'Email'
  | 'Chat'
  | 'Message'
  | 'Document'
  | 'Say'
  | 'Figure'
  | 'Aside'

/**
 * `text`, `id`, `target` (the id of something else), `grade`, `alt` and `source` are quoted strings; `level` and `seconds`
 * are numbers, `switch` is a boolean, `condition` and `effects` are code, all in braces.
 */
export type AttributeKind =
  'text' | 'id' | 'target' | 'grade' | 'alt' | 'source' | 'level' | 'seconds' | 'switch' | 'condition' | 'effects'

type AttributeRule = { kind: AttributeKind; required: boolean }

type ElementRule = {
  attributes: Readonly<Record<string, AttributeRule>>
  holds: ReadonlyArray<'Markdown' | ElementName>
}

const PROSE = ['Markdown', 'Email', 'Chat', 'Document', 'Say', 'Figure', 'Aside', 'Show'] as const

function one(kind: AttributeKind): AttributeRule {
  return { kind, required: true }
}

function maybe(kind: AttributeKind): AttributeRule {
  return { kind, required: false }
}

/** What each element may be told and may hold; by the latter, where each may stand. Whatever is not here is refused. */
export const ELEMENTS: Readonly<Record<ElementName, ElementRule>> = {
  Scene: {
    attributes: { id: one('id'), title: maybe('text'), when: maybe('text') },
    holds: [...PROSE, 'Decision', 'Next', 'Ending'],
  },
  Decision: {
    attributes: {
      id: maybe('id'),
      execution: maybe('target'),
      influence: maybe('target'),
      seconds: maybe('seconds'),
      timeout: maybe('target'),
      worst: maybe('switch'),
    },
    holds: [...PROSE, 'Choice'],
  },
  Choice: {
    attributes: {
      id: one('id'),
      goto: one('target'),
      execution: maybe('level'),
      influence: maybe('level'),
      if: maybe('condition'),
      set: maybe('effects'),
    },
    holds: ['Markdown', 'Because', 'Outcome'],
  },
  Because: { attributes: {}, holds: ['Markdown'] },
  Outcome: { attributes: {}, holds: PROSE },
  Next: { attributes: { goto: one('target'), if: maybe('condition') }, holds: [] },
  Ending: {
    attributes: { id: one('id'), outcome: one('grade'), title: maybe('text') },
    holds: [...PROSE, 'Reflect'],
  },
  Reflect: { attributes: {}, holds: ['Markdown'] },
  Show: { attributes: { if: one('condition') }, holds: PROSE },
  Email: {
    attributes: { from: one('text'), to: maybe('text'), subject: maybe('text'), at: maybe('text') },
    holds: ['Markdown'],
  },
  Chat: { attributes: { title: maybe('text') }, holds: ['Message'] },
  Message: { attributes: { from: one('text'), at: maybe('text') }, holds: ['Markdown'] },
  Document: { attributes: { title: one('text') }, holds: ['Markdown'] },
  Say: { attributes: { who: one('text') }, holds: ['Markdown'] },
  Figure: { attributes: { src: one('source'), alt: one('alt'), caption: maybe('text') }, holds: [] },
  Aside: { attributes: { title: maybe('text') }, holds: ['Markdown'] },
}

/** What the body of a course may hold: prose, save what depends on a state, which a course has none of. */
export const COURSE_HOLDS: ReadonlyArray<'Markdown' | ElementName> = PROSE.filter((name) => name !== 'Show')

export function isElementName(name: string): name is ElementName {
  return Object.hasOwn(ELEMENTS, name)
}

export function attributeRule(element: ElementName, attribute: string): AttributeRule | null {
  const { attributes } = ELEMENTS[element]
  return Object.hasOwn(attributes, attribute) ? (attributes[attribute] ?? null) : null
}

export function mayHold(parent: ElementName, child: 'Markdown' | ElementName): boolean {
  return ELEMENTS[parent].holds.includes(child)
}
