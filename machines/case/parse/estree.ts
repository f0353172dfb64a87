import type { Node } from 'estree'
import type { Place } from '../case.ts'
import { START_OF_FILE } from './report.ts'

type Located = { loc?: { start: Place } | null | undefined }

/** Where code stands in the file. Columns of code count from 0, those of places from 1. */
export function placeOfSyntax({ loc }: Located): Place {
  const start = loc?.start
  return start ? { line: start.line, column: start.column + 1 } : START_OF_FILE
}

/** The parser takes away the outer one of several parentheses and leaves the others in the tree. */
export function withoutParentheses(node: Node): Node {
  let inner = node
  for (let within = expressionIn(inner); within !== null; within = expressionIn(inner)) inner = within
  return inner
}

/** Of acorn's own kind of node, which the types of estree don't know. */
function expressionIn(node: { type: string }): Node | null {
  return isParenthesized(node) ? node.expression : null
}

function isParenthesized(node: { type: string }): node is { type: 'ParenthesizedExpression'; expression: Node } {
  return node.type === 'ParenthesizedExpression'
}
