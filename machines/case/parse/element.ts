import type { Markdown, Place } from '../case.ts'
import type { Expression } from '../expression.ts'
import type { ElementName } from './allowed.ts'

/** An element of the language whose name, attributes and place have been checked. */
export type Element = {
  kind: 'element'
  name: ElementName
  place: Place
  /** Also those whose value was wrong, with the value null. */
  attributes: ReadonlyMap<string, Attribute>
  children: Array<Child>
  /** Something in it was refused: what seems to be missing may be that, and is not reported again. */
  isIncomplete: boolean
}

export type Child = { kind: 'markdown'; nodes: Markdown; place: Place } | Element

export type Attribute = { value: AttributeValue | null; place: Place }

export type AttributeValue =
  | { kind: 'text'; text: string }
  | { kind: 'number'; number: number }
  | { kind: 'switch'; isOn: boolean }
  | { kind: 'condition'; condition: Expression }
  | { kind: 'effects'; effects: Array<{ name: string; value: Expression }> }

/**
 * What a required attribute says. An empty text where it is wrong or missing: that has been reported by then, so the case
 * is not handed out and the empty text is never seen.
 */
export function requiredText(element: Element, name: string): string {
  return optionalText(element, name) ?? ''
}

export function optionalText(element: Element, name: string): string | null {
  const value = element.attributes.get(name)?.value
  return value?.kind === 'text' ? value.text : null
}

export function numberOf(element: Element, name: string): number | null {
  const value = element.attributes.get(name)?.value
  return value?.kind === 'number' ? value.number : null
}

export function conditionOf(element: Element): Expression | null {
  const value = element.attributes.get('if')?.value
  return value?.kind === 'condition' ? value.condition : null
}

/** Where the attribute stands, or the element if it has none of that name. */
export function placeOf(element: Element, name: string): Place {
  return element.attributes.get(name)?.place ?? element.place
}

export function childrenNamed(element: Element, name: ElementName): Array<Element> {
  return element.children.filter((child) => child.kind === 'element').filter((child) => child.name === name)
}
