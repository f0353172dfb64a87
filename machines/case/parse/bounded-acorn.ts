import { Parser } from 'acorn'
import type { Expression, Options, Program } from 'acorn'
import acornJsx from 'acorn-jsx'
import type { Rule } from '../problem.ts'
import { findExcess, isOnlyComments, isOpen, withoutLeadingComments } from './code-size.ts'
import { rememberCode } from './remember-code.ts'
import { splitModule } from './split-module.ts'

/** Code that could not be read. `node` stands for it in the tree and gets its place there. */
export type CodeFault = { rule: Rule; message: string; node: Expression }

const MAX_WORK = 4 * 1_048_576

/** As the MDX parser asks for it. */
const PLAIN: Options = { ecmaVersion: 2024, sourceType: 'module', preserveParens: true }

/**
 * What the MDX parser reads code with: acorn, kept from what would harm. acorn recurses, and an overflow of the stack can end
 * the whole process, so code is measured first, and imports and exports are not parsed at all. After an error the MDX parser
 * tries again with each closing brace up to the end of the file: where more text can't help, a fault is noted instead and
 * the parser goes on, so that the rest of the file is checked as well.
 */
export function boundedAcorn() {
  const faults: Array<CodeFault> = []
  const parser = Parser.extend(acornJsx())
  const read = rememberCode((code, options) => parser.parseExpressionAt(code, 0, options))
  const plainCode = new Map<string, Expression | null>()
  let work = 0

  function fault(rule: Rule, message: string, start: number, end: number): Expression {
    const node = Parser.parseExpressionAt('{}', 0, { ecmaVersion: 2024 })
    node.start = start
    node.end = end
    faults.push({ rule, message, node })
    return node
  }

  /** The MDX parser gives the code alone, from its beginning. */
  function parseExpressionAt(code: string, _position: number, options: Options): Expression {
    work += code.length
    const excess = work > MAX_WORK ? 'the code in braces takes too long to read' : findExcess(code)
    if (excess) return fault('mdx/too-large', excess, 0, code.length)
    try {
      const expression = read(code, options)
      const rest = withoutLeadingComments(code.slice(expression.end))
      // `})` is what the MDX parser puts around a spread.
      if (rest === '' || rest === '})') return expression
      return fault('mdx/syntax', 'found more after the end of the code', code.length - rest.length, code.length)
    } catch (error) {
      if (!(error instanceof SyntaxError) || isOpen(code)) throw error
      const message = error.message.replace(/ \(\d+:\d+\)$/, '')
      return fault('mdx/syntax', message, positionOf(error), code.length)
    }
  }

  /**
   * The tree of code that is whole; null where it may be at fault, for `parseExpressionAt` to say so. It is kept: who changes it makes a
   * copy. What is read here is read once and never with more text, so it does not count as work.
   */
  function readPlainCode(code: string): Expression | null {
    const known = plainCode.get(code)
    if (known !== undefined) return known
    const expression = readWhole(code)
    plainCode.set(code, expression)
    return expression
  }

  function readWhole(code: string): Expression | null {
    if (findExcess(code)) return null
    try {
      const expression = parser.parseExpressionAt(code, 0, PLAIN)
      return code.slice(expression.end).trim() === '' ? expression : null
    } catch (error) {
      if (error instanceof SyntaxError) return null
      throw error
    }
  }

  function parse(code: string, options: Options): Program {
    return isOnlyComments(code) ? Parser.parse(code, options) : splitModule(code)
  }

  return { acorn: { parse, parseExpressionAt }, readPlainCode, faults }
}

function positionOf(error: SyntaxError): number {
  return 'pos' in error && typeof error.pos === 'number' ? error.pos : 0
}
