import type { Place } from '../case.ts'

/** `offset` counts from the beginning of a text, `line` and `column` are those in the file. */
export type Point = Place & { offset: number }

/**
 * Pure. A copy of a syntax tree of code with the places that it has in a file, as the MDX parser gives them: the code is on one line,
 * and `at` is where it begins. Of several parentheses around each other the outer one goes.
 */
export function placeCode<T extends object>(node: T, at: Point): T {
  const copy: T = Array.isArray(node) ? Object.assign([], node) : { ...node }
  for (const key in copy) {
    const value = copy[key]
    if (typeof value === 'object' && value !== null) copy[key] = placeCode(withoutParentheses(value), at)
  }
  return isSpan(copy) ? Object.assign(copy, spanAt(copy.start, copy.end, at)) : copy
}

/** The fields that say where a node of code stands, from where it begins and ends within the code. */
export function spanAt(start: number, end: number, { line, column, offset }: Point) {
  return {
    start: offset + start,
    end: offset + end,
    loc: {
      start: { line, column: column - 1 + start, offset: offset + start },
      end: { line, column: column - 1 + end, offset: offset + end },
    },
    range: [offset + start, offset + end],
  }
}

function withoutParentheses<T extends object>(node: T): T {
  return isParenthesized<T>(node) ? node.expression : node
}

function isParenthesized<T extends object>(node: object): node is { expression: T } {
  return 'type' in node && node.type === 'ParenthesizedExpression'
}

function isSpan(node: object): node is { start: number; end: number } {
  return 'start' in node && typeof node.start === 'number' && 'end' in node && typeof node.end === 'number'
}
