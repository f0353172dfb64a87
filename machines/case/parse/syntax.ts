import type { Nodes, Parents, RootContent } from 'mdast'
import type { Place } from '../case.ts'

export type MdxElement = Extract<RootContent, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>
type MdxExpression = Extract<RootContent, { type: 'mdxFlowExpression' | 'mdxTextExpression' }>

export function isElement(node: Nodes): node is MdxElement {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement'
}

export function isExpression(node: Nodes): node is MdxExpression {
  return node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression'
}

export function isParent(node: Nodes): node is Parents {
  return 'children' in node
}

/** Where a node begins. The few that plugins make of others have no position: theirs is that of what they stand in. */
export function startOf(node: Nodes, around: Place): Place {
  const start = node.position?.start
  return start ? { line: start.line, column: start.column } : around
}

export type Visited = { node: Nodes; parent: Parents; place: Place }

/**
 * Visits every node below one, in the order of the file; a visit may take out the node that it is for. Only for trees that `mdxTree` has
 * found not to be too deep.
 */
export function visitBelow(parent: Parents, around: Place, visit: (visited: Visited) => void): void {
  for (const node of Array.from(parent.children)) {
    const place = node.position?.start ?? around
    visit({ node, parent, place })
    if (isParent(node)) visitBelow(node, place, visit)
  }
}

/** Takes a node out of the tree. */
export function removeNode(parent: Parents, node: Nodes): void {
  const index = parent.children.findIndex((child) => child === node)
  if (index !== -1) parent.children.splice(index, 1)
}
