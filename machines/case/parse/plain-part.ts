import type { Root, RootContent } from 'mdast'
import { findDeepNode } from './deep-node.ts'
import { fillIn, markdownFrom } from './markdown-stretch.ts'
import type { MarkdownStretch } from './markdown-stretch.ts'
import { closeElement, elementOf, isTagLine, MOST_OPEN, readPlainTag } from './plain-tag.ts'
import type { Plain, PointAt, ReadCode, Tag } from './plain-tag.ts'
import { mayBePlainLine, readPlainParagraph } from './plain-text.ts'
import type { Part } from './split-scenes.ts'
import type { MdxElement } from './syntax.ts'

type FlowElement = Extract<MdxElement, { type: 'mdxJsxFlowElement' }>

/** Control characters such as tabs, and byte order marks, which the MDX parser drops where a text begins with one. */
const NOT_PLAIN = /\uFEFF|[^\P{Cc}\n]/u

type Flow = { nodes: Array<RootContent>; open: Array<FlowElement>; stretches: Array<MarkdownStretch> }

/** The parsers of what a plain part may hold. */
type Parsers = { readPlainCode: ReadCode; parse: (markdown: string) => Root }

/**
 * Pure. The nodes of a part that is written as most scenes are: tags on lines of their own, and paragraphs of text, with tags and simple
 * emphasis in them. They are what the MDX parser would make of it, in a tenth of its time. Between tags there may be any other Markdown,
 * which goes to `parse`. Null where anything is not surely of that kind, or wrong: the text is for the MDX parser then.
 */
export function readPlainPart(
  { text, linesBefore }: Part,
  { readPlainCode, parse }: Parsers,
): Array<RootContent> | null {
  if (NOT_PLAIN.test(text)) return null
  const plain: Plain = { text, pointAt: pointsIn(text, linesBefore), readCode: readPlainCode }
  const flow: Flow = { nodes: [], open: [], stretches: [] }
  for (let at = 0; at < text.length;) {
    const line = lineAt(text, at)
    const end = line === '' ? at : isTagLine(line) ? readTagLine(plain, at, line, flow) : readBlock(plain, at, flow)
    if (end === null) return null
    at = end + 1
  }
  if (flow.open.length > 0) return null
  fillIn(flow.stretches, parse)
  return flow.stretches.length > 0 && findDeepNode({ type: 'root', children: flow.nodes }) ? null : flow.nodes
}

function pointsIn(text: string, linesBefore: number): PointAt {
  let line = linesBefore + 1
  let start = 0
  let end = text.indexOf('\n')
  return (offset) => {
    for (; end !== -1 && offset > end; end = text.indexOf('\n', start)) {
      line += 1
      start = end + 1
    }
    return { line, column: offset - start + 1, offset }
  }
}

function lineAt(text: string, offset: number): string {
  const end = text.indexOf('\n', offset)
  return text.slice(offset, end === -1 ? text.length : end)
}

/** The end of a line of tags, or null. */
function readTagLine(plain: Plain, from: number, line: string, flow: Flow): number | null {
  const end = from + line.length
  for (let at = from; at < end;) {
    const tag = readPlainTag(plain, at)
    if (!tag || !follow(tag, flow)) return null
    at = tag.end.offset
  }
  return end
}

/** The end of a paragraph or of other Markdown, or null. */
function readBlock(plain: Plain, from: number, { nodes, open, stretches }: Flow): number | null {
  const siblings: Array<RootContent> = open.at(-1)?.children ?? nodes
  const { line } = plain.pointAt(from)
  const end = endOfPlainLines(plain.text, from)
  const paragraph = end === null ? null : readPlainParagraph(plain, from, end)
  if (paragraph) {
    siblings.push(paragraph)
    return end
  }
  const text = markdownFrom(plain.text, from)
  if (text === null) return null
  stretches.push({ siblings, index: siblings.length, text, lines: line - 1, offset: from })
  return from + text.length - 1
}

function endOfPlainLines(text: string, from: number): number | null {
  let end = from - 1
  for (let line = lineAt(text, from); line !== '' && !isTagLine(line); line = lineAt(text, end + 1)) {
    if (!mayBePlainLine(line)) return null
    end += line.length + 1
  }
  return end
}

/** False where a tag closes what is not open, or opens so much that the tree may get too deep. */
function follow(tag: Tag, { nodes, open }: Flow): boolean {
  if (tag.kind === 'closing') return closeElement(tag, open)
  const element: FlowElement = { type: 'mdxJsxFlowElement', children: [], ...elementOf(tag) }
  const siblings: Array<RootContent> = open.at(-1)?.children ?? nodes
  siblings.push(element)
  if (tag.kind === 'opening') open.push(element)
  return open.length <= MOST_OPEN
}
