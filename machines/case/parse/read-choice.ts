import type { Choice, Dimension, Rating } from '../case.ts'
import { plainText } from '../text.ts'
import type { Context } from './context.ts'
import type { Element } from './element.ts'
import { childrenNamed, conditionOf, numberOf, placeOf, requiredText } from './element.ts'
import { readMarkdown, readProse } from './read-prose.ts'

const RATINGS: ReadonlyArray<Rating> = [0, 1, 2, 3, 4]

/**
 * Pure. A choice from its element and the decision's. Reported are `choice/rating`, `choice/no-because`, `choice/no-text`,
 * and whatever stands twice or after the option's text (`mdx/misplaced`).
 */
export function readChoice(element: Element, decision: Element, context: Context): Choice {
  checkOrder(element, context)
  const text = readMarkdown(element)
  const [because] = childrenNamed(element, 'Because').map(readMarkdown)
  const [outcome] = childrenNamed(element, 'Outcome')
  const isRated = decision.attributes.has('execution') || decision.attributes.has('influence')
  if (plainText(text) === '') {
    context.report('choice/no-text', element.place, 'this choice has no text, expected what the learner would do')
  }
  if (isRated && !(because && plainText(because) !== '') && !element.isIncomplete) {
    const message = 'this choice has ratings but no reason for them, expected a <Because>'
    context.report('choice/no-because', element.place, message)
  }
  const effects = element.attributes.get('set')?.value
  return {
    id: requiredText(element, 'id'),
    goto: requiredText(element, 'goto'),
    execution: readRating(element, decision, 'execution', context),
    influence: readRating(element, decision, 'influence', context),
    if: conditionOf(element),
    set: effects?.kind === 'effects' ? effects.effects : [],
    text,
    because: because && plainText(because) !== '' ? because : null,
    outcome: outcome ? readProse(outcome.children) : [],
    place: element.place,
  }
}

function checkOrder({ children }: Element, { report }: Context): void {
  const seen = new Set<string>()
  for (const child of children) {
    const name = child.kind === 'element' ? child.name : null
    if (name === null && seen.size > 0) {
      report(
        'mdx/misplaced',
        child.place,
        "found text after the option's <Because> or <Outcome>",
        'move it before them',
      )
    }
    if (name === null) continue
    if (seen.has(name)) report('mdx/misplaced', child.place, `a choice has one <${name}>, and this is the second`)
    seen.add(name)
  }
}

/** A decision that names a competency of a dimension gives all its choices a level on it, and another gives none. */
function readRating(element: Element, decision: Element, dimension: Dimension, { report }: Context): Rating | null {
  const isNamed = decision.attributes.has(dimension)
  const isWritten = element.attributes.has(dimension)
  if (isNamed && !isWritten) {
    const message = `the decision names a competency of ${dimension}, but this choice has no level on it`
    report('choice/rating', element.place, message, `add ${dimension}={0}, {1}, {2}, {3} or {4}`)
  } else if (!isNamed && isWritten) {
    const message = `the decision names no competency of ${dimension}, so a level on it says nothing`
    report('choice/rating', placeOf(element, dimension), message)
    return null
  }
  const level = numberOf(element, dimension)
  if (level === null) return null
  const rating = RATINGS.find((value) => value === level)
  if (rating !== undefined) return rating
  report('choice/rating', placeOf(element, dimension), `found the level ${level}, expected 0, 1, 2, 3 or 4`)
  return null
}
