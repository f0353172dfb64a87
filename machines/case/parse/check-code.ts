import type { Nodes, Root } from 'mdast'
import type { Context } from './context.ts'
import { placeOfSyntax } from './estree.ts'
import { START_OF_FILE } from './report.ts'
import { isExpression, nodesBelow, removeNode } from './syntax.ts'

/**
 * Takes comments and code out of a tree. Code is reported as `mdx/no-import`, `mdx/no-export` or, in braces outside an
 * attribute, `mdx/no-expression`.
 */
export function checkCode(tree: Root, { report, faulty }: Context): void {
  for (const { node, parent, place } of nodesBelow(tree, START_OF_FILE)) {
    if (node.type === 'mdxjsEsm') {
      for (const statement of node.data?.estree?.body ?? []) {
        const isImport = statement.type === 'ImportDeclaration'
        const word = isImport ? 'import' : 'export'
        const hint = `a paragraph that begins with the word “${word}” is taken for code: put another word first`
        const message = `found an ${word}, expected text: nothing here is code`
        report(isImport ? 'mdx/no-import' : 'mdx/no-export', placeOfSyntax(statement), message, hint)
      }
      removeNode(parent, node)
    } else if (isExpression(node)) {
      const [statement] = node.data?.estree?.body ?? []
      const isReported = statement?.type === 'ExpressionStatement' && faulty.has(statement.expression)
      if (!isReported && !isComment(node)) {
        const hint = 'for a plain brace write `\\{`, for a comment {/* … */}'
        report('mdx/no-expression', place, 'found braces in the text, which is where no code may be', hint)
      }
      removeNode(parent, node)
    }
  }
}

/** Braces that hold comments and nothing else. */
function isComment(node: Nodes): boolean {
  const program = isExpression(node) ? node.data?.estree : null
  return program?.body.length === 0 && (program.comments?.length ?? 0) > 0
}
