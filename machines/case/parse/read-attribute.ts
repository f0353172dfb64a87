import type { Expression as Syntax, Node } from 'estree'
import type { Place } from '../case.ts'
import type { AttributeKind } from './allowed.ts'
import type { Context } from './context.ts'
import type { AttributeValue } from './element.ts'
import { withoutParentheses } from './estree.ts'
import { isId } from './ids.ts'
import { readImagePath } from './images.ts'
import { readEffects } from './read-effects.ts'
import { readExpression } from './read-expression.ts'

/** As the author wrote it: nothing after the name, a quoted string, or code in braces. */
export type Written = null | string | { code: Syntax | null }

const EXPECTED: Readonly<Record<AttributeKind, string>> = {
  text: 'a text in quotes',
  id: 'an id in quotes: lower-case words joined by hyphens, at most 64 characters',
  target: 'an id in quotes',
  grade: '"strong", "mixed" or "poor"',
  alt: 'a text in quotes that says what the picture shows',
  source: 'the path of an image file in quotes',
  level: 'a number in braces, {0} to {4}',
  seconds: 'a number in braces, {5} to {3600}',
  switch: '{true} or {false}',
  condition: 'a condition in braces',
  effects: 'new values in double braces, {{ name: value }}',
}

/**
 * Pure. Reads the value of an attribute. Null where it is not of the kind that the table asks for, which is then reported as
 * `mdx/attribute-value` or, inside an expression, under `expression/*`.
 */
export function readAttribute(
  name: string,
  kind: AttributeKind,
  written: Written,
  place: Place,
  context: Context,
): AttributeValue | null {
  if (written !== null && typeof written !== 'string' && written.code && context.faulty.has(written.code)) return null
  const value =
    typeof written === 'string' ? readQuoted(kind, written, place, context) : readBraced(kind, written, context)
  if (value !== 'wrong kind') return value
  context.report('mdx/attribute-value', place, `\`${name}\`: found ${found(written)}, expected ${EXPECTED[kind]}`)
  return null
}

function readQuoted(
  kind: AttributeKind,
  text: string,
  place: Place,
  context: Context,
): AttributeValue | null | 'wrong kind' {
  const isBlank = text.trim() === ''
  switch (kind) {
    case 'text':
    case 'target':
      return isBlank ? 'wrong kind' : { kind: 'text', text }
    case 'id':
      if (isBlank) return 'wrong kind'
      // A wrong id is still one that others may point to, so it is reported here and goes on to be found.
      if (!isId(text)) context.report('mdx/attribute-value', place, `found ${found(text)}, expected ${EXPECTED.id}`)
      return { kind: 'text', text }
    case 'grade':
      return ['strong', 'mixed', 'poor'].includes(text) ? { kind: 'text', text } : 'wrong kind'
    case 'alt':
      if (isBlank) context.report('mdx/missing-alt', place, `\`alt\` is empty, expected ${EXPECTED.alt}`)
      return isBlank ? null : { kind: 'text', text }
    case 'source':
      return isBlank ? 'wrong kind' : { kind: 'text', text: readImagePath(text, place, context) }
    default:
      return 'wrong kind'
  }
}

function readBraced(
  kind: AttributeKind,
  written: null | { code: Syntax | null },
  context: Context,
): AttributeValue | null | 'wrong kind' {
  if (!written?.code) return 'wrong kind'
  const code = withoutParentheses(written.code)
  switch (kind) {
    case 'level':
    case 'seconds':
      return readNumber(code)
    case 'switch':
      return code.type === 'Literal' && typeof code.value === 'boolean'
        ? { kind: 'switch', isOn: code.value }
        : 'wrong kind'
    case 'condition': {
      const typed = readExpression(code, 'boolean', context)
      return typed && { kind: 'condition', condition: typed.expression }
    }
    case 'effects': {
      const effects = readEffects(code, context)
      return effects && { kind: 'effects', effects }
    }
    default:
      return 'wrong kind'
  }
}

/** Any decimal number, also a wrong one such as {-1} or {2.5}: whether it fits is for the rule of what it means. */
function readNumber(code: Node): AttributeValue | 'wrong kind' {
  const isNegative = code.type === 'UnaryExpression' && code.operator === '-'
  const literal = isNegative ? withoutParentheses(code.argument) : code
  if (literal.type !== 'Literal' || typeof literal.value !== 'number') return 'wrong kind'
  if (!/^(0|[1-9][0-9]*)(\.[0-9]+)?$/.test(literal.raw ?? '')) return 'wrong kind'
  return { kind: 'number', number: isNegative ? -literal.value : literal.value }
}

function found(written: Written): string {
  if (written === null) return 'nothing after the name'
  if (typeof written !== 'string') return 'code in braces'
  return written.trim() === '' ? 'an empty text' : `"${written.slice(0, 60)}"`
}
