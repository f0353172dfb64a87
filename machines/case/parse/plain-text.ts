import type { Emphasis, Paragraph, Strong, Text } from 'mdast'
import { mayHoldAddress } from './gfm.ts'
import { closeElement, elementOf, MOST_OPEN, readPlainTag } from './plain-tag.ts'
import type { Plain, Tag } from './plain-tag.ts'
import type { MdxElement } from './syntax.ts'

type TextElement = Extract<MdxElement, { type: 'mdxJsxTextElement' }>

/** Neither Markdown nor MDX nor GFM makes anything of these, save of addresses and of control characters, which no plain part has. */
const TEXT = /[^*_`~|[\]\\<>{}&@]+/y

/** Stars that can only begin and only end what is stressed, whatever else the paragraph holds. */
const STRESSED =
  /(?<=[\s>(“‘—–])(\*\*?)[\p{L}\p{N}](?:[^*_`~|[\]\\<>{}&@]*[^\s*_`~|[\]\\<>{}&@])?\1(?=[\s<]|$|(?<=[\p{L}\p{N}]\*+)[.,;:!?)”’…—–])/uy

/** Without what may begin a list, a heading, a quote, the line under a heading or a table's head, an import or an export. */
const LINE = /^(?!import|export|[0-9]+[.)])[^ #+\-=:>](?:.*[^ ])?$/

/** Pure. Whether a line can be one of a plain paragraph, as far as its beginning and its end tell. */
export function mayBePlainLine(line: string): boolean {
  return LINE.test(line)
}

/**
 * Pure. The paragraph that stands between two offsets: text, tags that are closed within it, and simple emphasis. Null where it may hold
 * anything else. Each of its lines is one that `mayBePlainLine` accepts.
 */
export function readPlainParagraph(plain: Plain, from: number, to: number): Paragraph | null {
  const paragraph: Paragraph = { type: 'paragraph', children: [] }
  const open: Array<TextElement> = []
  const start = plain.pointAt(from)
  // What comes after it must not be searched for the end of its text, or time would grow with the square of a long file.
  const untilEnd = { ...plain, text: plain.text.slice(0, to) }
  for (let at = from; at < to;) {
    const around = open.at(-1) ?? paragraph
    const tag = readPlainTag(untilEnd, at)
    const node = tag ? null : (readText(untilEnd, at) ?? readStressed(untilEnd, at))
    if (tag ? !follow(tag, around, open) : !node) return null
    if (node) around.children.push(node)
    at = tag?.end.offset ?? node?.position?.end.offset ?? to
  }
  return open.length > 0 ? null : { ...paragraph, position: { start, end: plain.pointAt(to) } }
}

/** False where a tag closes what is not open, or opens so much that the tree may get too deep. */
function follow(tag: Tag, around: Paragraph | TextElement, open: Array<TextElement>): boolean {
  if (tag.kind === 'closing') return closeElement(tag, open)
  const element: TextElement = { type: 'mdxJsxTextElement', children: [], ...elementOf(tag) }
  around.children.push(element)
  if (tag.kind === 'opening') open.push(element)
  return open.length <= MOST_OPEN
}

/** Up to the next mark, or the end. */
function readText({ text, pointAt }: Plain, from: number): Text | null {
  TEXT.lastIndex = from
  const [value] = TEXT.exec(text) ?? []
  if (value === undefined || mayHoldAddress(value)) return null
  return { type: 'text', value, position: { start: pointAt(from), end: pointAt(from + value.length) } }
}

function readStressed(plain: Plain, from: number): Emphasis | Strong | null {
  STRESSED.lastIndex = from
  const [whole, marker] = STRESSED.exec(plain.text) ?? []
  if (whole === undefined || marker === undefined) return null
  const start = plain.pointAt(from)
  const text = readText(plain, from + marker.length)
  if (!text) return null
  const type = marker.length === 1 ? 'emphasis' : 'strong'
  return { type, children: [text], position: { start, end: plain.pointAt(from + whole.length) } }
}
