import { EXECUTION, INFLUENCE } from '../../machines/case/case.ts'
import { attributeRule, ELEMENTS, isElementName } from '../../machines/case/parse/allowed.ts'
import type { AttributeKind, ElementName } from '../../machines/case/parse/allowed.ts'
import { idsOf, variablesIn } from './scenes-in.ts'

/** What can stand at a place: from which offset it replaces, and what it may be replaced by. */
export type Suggested = { from: number; options: Array<{ label: string; apply: string; detail: string }> }

/** Pure. What the language of cases allows at an offset of a text; null where there is nothing to suggest. */
export function suggest(text: string, offset: number): Suggested | null {
  const before = text.slice(Math.max(0, offset - 2_000), offset)
  const start = offset - before.length
  const closing = /<\/([A-Za-z]*)$/.exec(before)
  if (closing) return closingTag(before, start + closing.index)
  const opening = /<([A-Z][A-Za-z]*)?$/.exec(before)
  if (opening) return { from: start + opening.index, options: elementOptions() }
  const tag = /<([A-Z][A-Za-z]*)((?:\s+[a-z]+=(?:"[^"]*"|\{(?:[^{}]|\{[^{}]*\})*\}))*)\s+([^<>]*)$/.exec(before)
  const [, name = '', given = '', rest = ''] = tag ?? []
  if (!tag || !isElementName(name)) return null
  return insideTag({ element: name, given, rest, text, offset })
}

type InTag = { element: ElementName; given: string; rest: string; text: string; offset: number }

function insideTag({ element, given, rest, text, offset }: InTag): Suggested | null {
  const value = /^([a-z]+)=(["{])([\s\S]*)$/.exec(rest)
  if (value) {
    const [, attribute = '', quote = '', typed = ''] = value
    const word = /[A-Za-z0-9_-]*$/.exec(typed)?.[0] ?? ''
    const words = quote === '"' && word !== typed ? null : valuesOf(element, attribute, text)
    return words && { from: offset - word.length, options: words.map((label) => option(label, label, attribute)) }
  }
  if (!/^[a-z]*$/.test(rest)) return null
  const taken = new Set([...given.matchAll(/([a-z]+)=/g)].map(([, attribute]) => attribute))
  const options = Object.entries(ELEMENTS[element].attributes)
    .filter(([attribute]) => !taken.has(attribute))
    .map(([attribute, { kind, required }]) =>
      option(attribute, attribute + emptyValue(kind), required ? 'needed' : 'optional'),
    )
  return { from: offset - rest.length, options }
}

function elementOptions(): Suggested['options'] {
  return Object.entries(ELEMENTS).map(([name, { holds }]) =>
    option(`<${name}>`, `<${name}`, holds.length === 0 ? 'stands alone' : 'element'),
  )
}

/** The innermost element that is still open closes first. */
function closingTag(before: string, from: number): Suggested | null {
  const open: Array<string> = []
  for (const [, slash, name = '', end] of before.matchAll(/<(\/?)([A-Z][A-Za-z]*)[^<>]*?(\/?)>/g)) {
    if (slash === '/') open.splice(open.lastIndexOf(name))
    else if (end !== '/') open.push(name)
  }
  const innermost = open.at(-1)
  return innermost === undefined ? null : { from, options: [option(`</${innermost}>`, `</${innermost}>`, 'closes')] }
}

function valuesOf(element: ElementName, attribute: string, text: string): ReadonlyArray<string> | null {
  if (element === 'Decision' && attribute === 'execution') return EXECUTION
  if (element === 'Decision' && attribute === 'influence') return INFLUENCE
  const rule = attributeRule(element, attribute)
  switch (rule?.kind) {
    case 'target':
      return attribute === 'timeout' ? idsOf(text, 'Choice') : idsOf(text, 'Scene')
    case 'grade':
      return ['strong', 'mixed', 'poor']
    case 'level':
      return ['0', '1', '2', '3', '4']
    case 'switch':
      return ['false', 'true']
    case 'condition':
    case 'effects':
      return [...variablesIn(text), 'visited', 'chose', ...idsOf(text, 'Scene')]
    default:
      return null
  }
}

function emptyValue(kind: AttributeKind): string {
  if (kind === 'effects') return '={{ '
  return ['level', 'seconds', 'switch', 'condition'].includes(kind) ? '={' : '="'
}

function option(label: string, apply: string, detail: string) {
  return { label, apply, detail }
}
