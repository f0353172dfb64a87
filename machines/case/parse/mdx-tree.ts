import type { Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { Processor } from 'unified'
import type { Place } from '../case.ts'
import { boundedAcorn } from './bounded-acorn.ts'
import type { CodeFault } from './bounded-acorn.ts'
import { findDeepNode, MAX_DEPTH } from './deep-node.ts'
import { placeOfSyntax } from './estree.ts'
import { START_OF_FILE } from './report.ts'
import type { Report } from './report.ts'

/** `faulty`: nodes that stand for code that could not be read; it has been reported. */
type MdxTree = { tree: Root; faulty: ReadonlySet<object> }

/**
 * Pure. The syntax tree of MDX with GFM. Null where there is none, which is then reported as `mdx/syntax` or, where it is
 * nested over 100 deep, as `mdx/too-large`. Nothing of the source is run: acorn reads what stands in braces.
 */
export function mdxTree(body: string, report: Report): MdxTree | null {
  const { acorn, faults } = boundedAcorn()
  try {
    const tree = unified().use(remarkParse).use(limitDepth).use(remarkGfm).use(remarkMdx, { acorn }).parse(body)
    reportFaults(faults, report)
    return { tree, faulty: new Set(faults.map(({ node }) => node)) }
  } catch (error) {
    reportError(error, report)
    return null
  }
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

/** The parser may come by the same code twice. */
function reportFaults(faults: ReadonlyArray<CodeFault>, report: Report): void {
  const reported = new Set<string>()
  for (const { rule, message, node } of faults) {
    const place = placeOfSyntax(node)
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
