import type { PhrasingContent, RootContent } from 'mdast'
import type { Place } from '../case.ts'
import { isElement, startOf } from './syntax.ts'
import type { MdxElement } from './syntax.ts'

/** What a part of a case consists of: runs of Markdown blocks, and elements. */
export type Piece =
  | { kind: 'markdown'; nodes: Array<RootContent>; place: Place }
  | { kind: 'element'; node: MdxElement; pieces: Array<Piece>; place: Place }

/**
 * Pure. Takes elements out of the paragraphs that they stand in, so that an element means the same as a block and within
 * a line. The halves of such a paragraph stay, save where they are only white space.
 */
export function lift(nodes: ReadonlyArray<RootContent>, around: Place): Array<Piece> {
  const pieces: Array<Piece> = []
  for (const node of nodes) {
    const place = startOf(node, around)
    if (node.type === 'paragraph') liftParagraph(node.children, place, pieces)
    else if (isElement(node)) pieces.push(liftElement(node, place))
    else addBlock(node, place, pieces)
  }
  return pieces
}

export function liftElement(node: MdxElement, place: Place): Piece & { kind: 'element' } {
  if (node.type === 'mdxJsxFlowElement') return { kind: 'element', node, pieces: lift(node.children, place), place }
  const pieces: Array<Piece> = []
  liftParagraph(node.children, place, pieces)
  return { kind: 'element', node, pieces, place }
}

function liftParagraph(nodes: ReadonlyArray<PhrasingContent>, around: Place, pieces: Array<Piece>): void {
  let half: Array<PhrasingContent> = []
  for (const node of nodes) {
    if (isElement(node)) {
      addHalf(half, around, pieces)
      half = []
      pieces.push(liftElement(node, startOf(node, around)))
    } else {
      half.push(node)
    }
  }
  addHalf(half, around, pieces)
}

function addHalf(half: ReadonlyArray<PhrasingContent>, around: Place, pieces: Array<Piece>): void {
  const first = half.find((node) => !isBlank(node))
  if (first) addBlock({ type: 'paragraph', children: trim(half) }, startOfText(first, around), pieces)
}

function addBlock(node: RootContent, place: Place, pieces: Array<Piece>): void {
  const last = pieces.at(-1)
  if (last?.kind === 'markdown') last.nodes.push(node)
  else pieces.push({ kind: 'markdown', nodes: [node], place })
}

/** Without the white space and line breaks that stood between the text and an element. */
function trim(nodes: ReadonlyArray<PhrasingContent>): Array<PhrasingContent> {
  const first = nodes.findIndex((node) => !isBlank(node))
  const last = nodes.findLastIndex((node) => !isBlank(node))
  return nodes.slice(first, last + 1).map((node, index) => {
    if (node.type !== 'text') return node
    const value = index === 0 ? node.value.trimStart() : node.value
    return { ...node, value: index === last - first ? value.trimEnd() : value }
  })
}

function isBlank(node: PhrasingContent): boolean {
  return node.type === 'break' || (node.type === 'text' && node.value.trim() === '')
}

/** The place of a text's first character that is not white space. */
function startOfText(node: PhrasingContent, around: Place): Place {
  const { line, column } = startOf(node, around)
  if (node.type !== 'text') return { line, column }
  const space = node.value.slice(0, node.value.length - node.value.trimStart().length)
  const lineBreak = space.lastIndexOf('\n')
  if (lineBreak === -1) return { line, column: column + space.length }
  return { line: line + space.split('\n').length - 1, column: space.length - lineBreak }
}
