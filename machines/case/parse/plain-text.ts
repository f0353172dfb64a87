import type { Emphasis, Paragraph, Strong, Text } from 'mdast'
import { MOST_OPEN, readPlainTag } from './plain-tag.ts'
import type { Plain, Tag } from './plain-tag.ts'
import type { MdxElement } from './syntax.ts'

type TextElement = Extract<MdxElement, { type: 'mdxJsxTextElement' }>

/** Neither Markdown nor MDX nor GFM makes anything of these, save of addresses and control characters, which no plain text has. */
const TEXT = /[^*_`~|[\]\\<>{}&@]+/y

/** Stars that can only begin and only end what is stressed, whatever else the paragraph holds. */
const STRESSED =
  /(?<=[\s>(“‘—–])(\*\*?)([\p{L}\p{N}](?:[^*_`~|[\]\\<>{}&@]*[^\s*_`~|[\]\\<>{}&@])?)\1(?=[\s<]|$|(?<=[\p{L}\p{N}]\*+)[.,;:!?)”’…—–])/uy

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
  for (let at = from; at < to;) {
    const around = open.at(-1) ?? paragraph
    const tag = readPlainTag(plain, at)
    const node = tag ? null : (readText(plain, at, to) ?? readStressed(plain, at, to))
    if (tag ? !follow(tag, around, open) : !node) return null
    if (node) around.children.push(node)
    at = tag?.end.offset ?? node?.position?.end.offset ?? to
  }
  if (open.length > 0) return null
  return { ...paragraph, position: { start, end: plain.pointAt(to) } }
}

/** False where a tag closes what is not open, or opens so much that the tree may get too deep. */
function follow(tag: Tag, around: Paragraph | TextElement, open: Array<TextElement>): boolean {
  const { kind, name, attributes, start, end } = tag
  if (kind === 'closing') {
    const closed = open.pop()
    if (closed?.name !== name || !closed.position) return false
    closed.position.end = end
    return true
  }
  const element: TextElement = {
    type: 'mdxJsxTextElement',
    name,
    attributes,
    children: [],
    position: { start, end },
  }
  around.children.push(element)
  if (kind === 'opening') open.push(element)
  return open.length <= MOST_OPEN
}

/** Up to the next mark, or the end of the paragraph. */
function readText({ text, pointAt }: Plain, from: number, to: number): Text | null {
  TEXT.lastIndex = from
  if (!TEXT.test(text)) return null
  const end = Math.min(TEXT.lastIndex, to)
  return { type: 'text', value: text.slice(from, end), position: { start: pointAt(from), end: pointAt(end) } }
}

function readStressed({ text, pointAt }: Plain, from: number, to: number): Emphasis | Strong | null {
  STRESSED.lastIndex = from
  const [, marker = '', value = ''] = STRESSED.exec(text) ?? []
  const end = STRESSED.lastIndex
  if (value === '' || end > to) return null
  const start = pointAt(from)
  const inner = { start: pointAt(from + marker.length), end: pointAt(end - marker.length) }
  const type = marker.length === 1 ? 'emphasis' : 'strong'
  return { type, children: [{ type: 'text', value, position: inner }], position: { start, end: pointAt(end) } }
}
