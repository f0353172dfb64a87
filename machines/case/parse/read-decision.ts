import { EXECUTION, INFLUENCE } from '../case.ts'
import type { Choice, Decision, Dimension, ExecutionId, InfluenceId } from '../case.ts'
import type { Context } from './context.ts'
import type { Element } from './element.ts'
import { childrenNamed, numberOf, optionalText, placeOf } from './element.ts'
import { readChoice } from './read-choice.ts'
import { readProse } from './read-prose.ts'

/**
 * Pure. A decision from its element. Reported are `decision/choice-count`, `decision/unknown-competency`,
 * `decision/timeout`, `choice/duplicate-id`, text after the first choice (`mdx/misplaced`), and what `readChoice` finds.
 */
export function readDecision(element: Element, scene: string, context: Context): Decision {
  const elements = childrenNamed(element, 'Choice')
  const choices = elements.map((choice) => readChoice(choice, element, context))
  checkCount(element, elements.length, context)
  checkDuplicates(elements, context)
  const before = elements[0] ? element.children.indexOf(elements[0]) : element.children.length
  checkOrder(element, before, context)
  const attributes = element.attributes.get('worst')?.value
  return {
    kind: 'decision',
    id: optionalText(element, 'id') ?? scene,
    execution: readCompetency(element, 'execution', EXECUTION, context),
    influence: readCompetency(element, 'influence', INFLUENCE, context),
    limit: readLimit(element, choices, context),
    asksWorst: attributes?.kind !== 'switch' || attributes.isOn,
    question: readProse(element.children.slice(0, before)),
    choices,
    place: element.place,
  }
}

function checkCount(element: Element, count: number, { report }: Context): void {
  if (count > 5 || (count < 2 && !element.isIncomplete)) {
    report('decision/choice-count', element.place, `found ${count} choices, expected 2 to 5`)
  }
}

function checkDuplicates(choices: ReadonlyArray<Element>, { report }: Context): void {
  const ids = new Set<string>()
  for (const choice of choices) {
    const id = optionalText(choice, 'id')
    if (id === null) continue
    if (ids.has(id))
      report('choice/duplicate-id', placeOf(choice, 'id'), `this decision has a choice \`${id}\` before this one`)
    ids.add(id)
  }
}

function checkOrder(element: Element, firstChoice: number, { report }: Context): void {
  for (const child of element.children.slice(firstChoice)) {
    if (child.kind === 'element' && child.name === 'Choice') continue
    const found = child.kind === 'markdown' ? 'text' : `<${child.name}>`
    report('mdx/misplaced', child.place, `found ${found} after a choice`, 'the question stands before the choices')
  }
}

function readCompetency<Id extends ExecutionId | InfluenceId>(
  element: Element,
  dimension: Dimension,
  known: ReadonlyArray<Id>,
  { report }: Context,
): Id | null {
  const written = optionalText(element, dimension)
  if (written === null) return null
  const competency = known.find((id) => id === written)
  if (competency !== undefined) return competency
  const place = placeOf(element, dimension)
  report(
    'decision/unknown-competency',
    place,
    `\`${written}\` is no competency of ${dimension}`,
    `there are: ${known.join(', ')}`,
  )
  return null
}

function readLimit(element: Element, choices: ReadonlyArray<Choice>, { report }: Context): Decision['limit'] {
  const hasSeconds = element.attributes.has('seconds')
  const hasTimeout = element.attributes.has('timeout')
  const seconds = numberOf(element, 'seconds')
  const timeout = optionalText(element, 'timeout')
  if (hasSeconds !== hasTimeout) {
    const [found, missing] = hasSeconds ? ['seconds', 'timeout'] : ['timeout', 'seconds']
    report('decision/timeout', placeOf(element, found), `\`${found}\` needs \`${missing}\` with it`)
  }
  if (seconds !== null && !(Number.isInteger(seconds) && seconds >= 5 && seconds <= 3600)) {
    report(
      'decision/timeout',
      placeOf(element, 'seconds'),
      `found ${seconds} seconds, expected a whole number from 5 to 3600`,
    )
  }
  const choice = choices.find(({ id }) => id === timeout)
  if (timeout !== null && !choice && !element.isIncomplete) {
    report('decision/timeout', placeOf(element, 'timeout'), `this decision has no choice \`${timeout}\``)
  }
  if (choice?.if) {
    report(
      'decision/timeout',
      placeOf(element, 'timeout'),
      `the choice \`${choice.id}\` has an \`if\`, so it may not be there`,
    )
  }
  return seconds !== null && timeout !== null ? { seconds, choice: timeout } : null
}
