import type { Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { Processor } from 'unified'
import type { Place } from '../case.ts'
import type { Rule } from '../problem.ts'
import { dropAddresses, mayHoldAddress, mayHoldGfmMarks } from './gfm.ts'
import { boundedAcorn } from './bounded-acorn.ts'
import type { CodeFault } from './bounded-acorn.ts'
import { findDeepNode, MAX_DEPTH } from './deep-node.ts'
import { placeOfSyntax } from './estree.ts'
import { readPlainPart } from './plain-part.ts'
import { START_OF_FILE } from './report.ts'
import type { Report } from './report.ts'
import { shiftPlaces } from './shift-places.ts'
import { splitScenes } from './split-scenes.ts'
import type { Part } from './split-scenes.ts'

/** `faulty`: nodes that stand for code that could not be read; it has been reported. */
type MdxTree = { tree: Root; faulty: ReadonlySet<object> }

/**
 * Pure. The syntax tree of MDX with GFM. Null where there is none, which is then reported as `mdx/syntax` or, where it is
 * nested over 100 deep, as `mdx/too-large`. Nothing of the source is run: acorn reads what stands in braces.
 */
export function mdxTree(body: string, report: Report): MdxTree | null {
  const tree = treeOfParts(splitScenes(body), report)
  if (tree) return tree
  const { parse, faults } = createParser()
  try {
    const whole = parse(body)
    reportFaults(faults.map(faultOf), report)
    return { tree: whole, faulty: new Set(faults.map(({ node }) => node)) }
  } catch (error) {
    reportError(error, report)
    return null
  }
}

/**
 * The parser keeps all that it finds until the end of a text, which for a long one is more than the memory at hand: it is faster with
 * one part after the other, and most parts are so plain that they can do without it. Null where a part is not what it seemed or can't
 * be parsed; the text as a whole tells why.
 */
function treeOfParts(parts: ReadonlyArray<Part>, report: Report): MdxTree | null {
  const { parse, readPlainCode, faults } = createParser()
  const found: Array<Fault> = []
  const children: Root['children'] = []
  try {
    const read = parts.map((part) => ({ ...part, nodes: readPlainPart(part, { readPlainCode, parse }) }))
    const pieces = joinUnread(read)
    if (pieces.length === 1 && !pieces[0]?.nodes) return null
    for (const piece of pieces) {
      const nodes = piece.nodes ?? parse(piece.text).children
      if (piece !== pieces.at(-1) && !endsWithScene(nodes, piece.text)) return null
      for (const fault of faults.slice(found.length)) found.push(shifted(faultOf(fault), piece.linesBefore))
      if (!piece.nodes) shiftPlaces(nodes, piece.linesBefore, 0)
      for (const node of nodes) children.push(node)
    }
  } catch {
    return null
  }
  reportFaults(found, report)
  return { tree: { type: 'root', children }, faulty: new Set(faults.map(({ node }) => node)) }
}

/** The parser takes a while to get ready, so what it is given is not much shorter than this. */
const LEAST_LENGTH = 4000

type Piece = Part & { nodes: Root['children'] | null }

/** Makes one of neighbours that are still to be parsed, where they are short. */
function joinUnread(read: ReadonlyArray<Piece>): Array<Piece> {
  const pieces: Array<Piece> = []
  for (const piece of read) {
    const last = pieces.at(-1)
    if (last && !last.nodes && !piece.nodes && last.text.length < LEAST_LENGTH) last.text += piece.text
    else pieces.push({ ...piece })
  }
  return pieces
}

/** Nothing is open then, and what follows is parsed as if it stood alone. */
function endsWithScene(nodes: Root['children'], text: string): boolean {
  const last = nodes.at(-1)
  return last?.type === 'mdxJsxFlowElement' && last.position?.end.offset === text.trimEnd().length
}

/**
 * One for all parts of a file: the bounds of `boundedAcorn` count for the file. A text goes to the least that can read it: all of GFM
 * makes reading half as slow again, and most scenes hold nothing of it.
 */
function createParser() {
  const { acorn, readPlainCode, faults } = boundedAcorn()
  const markdown = unified().use(remarkParse).use(limitDepth).freeze()
  const plain = markdown().use(remarkMdx, { acorn }).freeze()
  const marked = markdown().use(remarkGfm).use(withoutAddresses).use(remarkMdx, { acorn }).freeze()
  const full = markdown().use(remarkGfm).use(remarkMdx, { acorn }).freeze()

  function processorFor(text: string): Processor<Root> {
    if (mayHoldAddress(text)) return full
    return mayHoldGfmMarks(text) ? marked : plain
  }

  return { parse: (text: string): Root => processorFor(text).parse(text), readPlainCode, faults }
}

class TooDeep extends Error {
  constructor(readonly place: Place) {
    super(`this is nested over ${MAX_DEPTH} deep`)
  }
}

/** Comes before the plugins that walk the tree: they recurse, and an overflow of the stack can end the whole process. */
function limitDepth(this: Processor): void {
  const data = this.data()
  const extensions = (data.fromMarkdownExtensions ??= [])
  extensions.push({
    transforms: [
      (tree) => {
        const deep = findDeepNode(tree)
        if (deep) throw new TooDeep(deep)
      },
    ],
  })
}

function withoutAddresses(this: Processor): void {
  dropAddresses(this.data())
}

type Fault = { rule: Rule; message: string; place: Place }

function faultOf({ rule, message, node }: CodeFault): Fault {
  return { rule, message, place: placeOfSyntax(node) }
}

function shifted(fault: Fault, lines: number): Fault {
  return { ...fault, place: { line: fault.place.line + lines, column: fault.place.column } }
}

/** The parser may come by the same code twice. */
function reportFaults(faults: ReadonlyArray<Fault>, report: Report): void {
  const reported = new Set<string>()
  for (const { rule, message, place } of faults) {
    const key = `${place.line}:${place.column}`
    if (!reported.has(key)) report(rule, place, message, rule === 'mdx/syntax' ? BRACE_HINT : undefined)
    reported.add(key)
  }
}

const BRACE_HINT = 'braces hold code; for a plain brace write `\\{`'

function reportError(error: unknown, report: Report): void {
  if (error instanceof TooDeep) {
    report('mdx/too-large', error.place, error.message)
  } else if (error instanceof RangeError) {
    report('mdx/too-large', START_OF_FILE, 'the file is nested too deep to be read')
  } else {
    const reason = reasonOf(error)
    report('mdx/syntax', placeOfError(error, reason), reason, hintFor(reason))
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const reason = 'reason' in error ? String(error.reason) : error.message
  return error.cause instanceof Error ? `${reason}: ${error.cause.message}` : reason
}

function placeOfError(error: unknown, reason: string): Place {
  // The parser points at the paragraph, and names the tag that is still open only in words.
  const openTag = /^Expected a closing tag for `.*` \((\d+):(\d+)/s.exec(reason)
  if (openTag) return { line: Number(openTag[1]), column: Number(openTag[2]) }
  if (!(error instanceof Error) || !('line' in error) || !('column' in error)) return START_OF_FILE
  const { line, column } = error
  return typeof line === 'number' && typeof column === 'number' ? { line, column } : START_OF_FILE
}

function hintFor(reason: string): string | undefined {
  if (reason.includes('closing tag')) return 'open and close an element on the same line, or each on a line of its own'
  if (reason.includes('U+003C')) return 'for a plain < write `\\<`'
  return reason.includes('expression') ? BRACE_HINT : undefined
}
