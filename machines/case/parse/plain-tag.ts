import type { Expression } from 'acorn'
import { placeCode, spanAt } from './place-code.ts'
import type { Point } from './place-code.ts'
import type { MdxElement } from './syntax.ts'

/** What reads the code in braces. Null where it is not a whole expression and nothing else. */
export type ReadCode = (code: string) => Expression | null

/** The point of an offset in a text. Once asked for a line, it is asked for none before it. */
export type PointAt = (offset: number) => Point

export type Tag = {
  kind: 'opening' | 'closing' | 'void'
  name: string
  attributes: MdxElement['attributes']
  start: Point
  end: Point
}

/** What tags are read from. */
export type Plain = { text: string; pointAt: PointAt; readCode: ReadCode }

/** How many elements may be open in a plain text, and again in a paragraph of it, so that no tree gets too deep. */
export const MOST_OPEN = 45

const NAME = /<(\/?)([A-Za-z][A-Za-z0-9]*)/y
/** A text without character references, or code without comments and templates, its braces one within the other at most. */
const ATTRIBUTE =
  / +([A-Za-z][A-Za-z0-9]*)=(?:"([^"&\n]*)"|\{((?:[^{}"'`/\\\n]|"[^{}"\\\n]*"|\{(?:[^{}"'`/\\\n]|"[^{}"\\\n]*")*\})*)\})/y
const END = / *(\/?)>/y
const TAG_LINE = new RegExp(`^(?:${NAME.source}(?:${ATTRIBUTE.source})*${END.source} *)+$`)

/** Pure. Whether there is nothing but tags on a line, which are then no part of a paragraph. */
export function isTagLine(line: string): boolean {
  return line.startsWith('<') && TAG_LINE.test(line)
}

/** Pure. The tag that begins at an offset; null where there is none, or one that is not surely plain. */
export function readPlainTag(plain: Plain, offset: number): Tag | null {
  const name = matchAt(NAME, plain.text, offset)
  if (!name) return null
  const isClosing = name[1] === '/'
  const start = plain.pointAt(offset)
  const attributes: Tag['attributes'] = []
  let at = NAME.lastIndex
  for (let found = matchAt(ATTRIBUTE, plain.text, at); found; found = matchAt(ATTRIBUTE, plain.text, at)) {
    const attribute = isClosing ? null : readAttribute(found, at, plain)
    if (!attribute) return null
    attributes.push(attribute)
    at += found[0].length
  }
  const end = matchAt(END, plain.text, at)
  if (!end || (isClosing && end[0] !== '>')) return null
  const kind = isClosing ? 'closing' : end[1] === '/' ? 'void' : 'opening'
  return { kind, name: name[2] ?? '', attributes, start, end: plain.pointAt(at + end[0].length) }
}

/** What an element takes from the tag that opens it. It ends there, as long as no other tag closes it. */
export function elementOf({ name, attributes, start, end }: Tag): Pick<MdxElement, 'name' | 'attributes' | 'position'> {
  return { name, attributes, position: { start, end } }
}

/** Ends the last of the elements that are open; false where it is not the one that a tag closes. */
export function closeElement({ name, end }: Tag, open: Array<MdxElement>): boolean {
  const closed = open.pop()
  if (closed?.name !== name || !closed.position) return false
  closed.position.end = end
  return true
}

function matchAt(pattern: RegExp, text: string, offset: number): RegExpExecArray | null {
  pattern.lastIndex = offset
  return pattern.exec(text)
}

function readAttribute(
  [whole, name = '', literal, code = '']: RegExpExecArray,
  offset: number,
  { pointAt, readCode }: Plain,
): Tag['attributes'][number] | null {
  const end = offset + whole.length
  const start = pointAt(offset + whole.length - whole.trimStart().length)
  if (literal !== undefined) {
    return { type: 'mdxJsxAttribute', name, value: literal, position: { start, end: pointAt(end) } }
  }
  const expression = readCode(code)
  if (!expression) return null
  const at = pointAt(end - code.length - 1)
  const value: Tag['attributes'][number]['value'] = { type: 'mdxJsxAttributeValueExpression', value: code }
  Object.assign(value, { data: { estree: programOf(expression, code.length, at) } })
  return { type: 'mdxJsxAttribute', name, value, position: { start, end: pointAt(end) } }
}

/** As the MDX parser puts it around an expression. */
function programOf(expression: Expression, length: number, at: Point) {
  const span = spanAt(0, length, at)
  const statement = { type: 'ExpressionStatement', expression, start: 0, end: length }
  return { type: 'Program', body: [placeCode(statement, at)], sourceType: 'module', comments: [], ...span }
}
