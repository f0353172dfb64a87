import type { Nodes, Root } from 'mdast'
import type { Place } from '../case.ts'
import { START_OF_FILE } from './report.ts'

export const MAX_DEPTH = 100

/** What comes with what it holds or stands in anyway: a list with its items, a paragraph with its text. */
const UNCOUNTED = new Set(['root', 'list', 'paragraph', 'tableRow', 'tableCell', 'text'])

/** Pure. Where a tree first goes over 100 levels deep, or null. It does not recurse, since what follows it does. */
export function findDeepNode(tree: Root): Place | null {
  const open: Array<{ node: Nodes; depth: number }> = [{ node: tree, depth: 0 }]
  for (let next = open.pop(); next; next = open.pop()) {
    const { node } = next
    const depth = next.depth + (UNCOUNTED.has(node.type) ? 0 : 1)
    if (depth > MAX_DEPTH) return placeOf(node)
    if ('children' in node) for (const child of node.children.toReversed()) open.push({ node: child, depth })
  }
  return null
}

function placeOf(node: Nodes): Place {
  const start = node.position?.start
  return start ? { line: start.line, column: start.column } : START_OF_FILE
}
