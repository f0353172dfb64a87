import type { Nodes } from 'mdast'
import type { Markdown } from './case.ts'

/**
 * Pure. The text that a reader sees: words and inline code, images by what they show, a line for each block, and no white
 * space around it. An empty text for Markdown that shows none.
 */
export function plainText(markdown: Markdown): string {
  return markdown
    .map(textOf)
    .filter((text) => text !== '')
    .join('\n')
}

/** Pure. The number of words: runs of characters between white space that hold a letter or a digit. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter((part) => /[\p{L}\p{N}]/u.test(part)).length
}

/** Blocks within a block (the items of a list, the rows of a table) have a line each. */
function textOf(node: Nodes): string {
  if (isBlockParent(node)) return plainText(node.children)
  if (node.type === 'tableRow') return node.children.map(inlineText).join(' ').trim()
  return node.type === 'code'
    ? node.value.trim()
    : inlineText(node)
        .replace(/[ \t\n]+/g, ' ')
        .trim()
}

function isBlockParent(node: Nodes): node is Extract<Nodes, { type: 'blockquote' | 'list' | 'listItem' | 'table' }> {
  return ['blockquote', 'list', 'listItem', 'table', 'footnoteDefinition'].includes(node.type)
}

function inlineText(node: Nodes): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return node.value
    case 'image':
    case 'imageReference':
      return node.alt ?? ''
    case 'break':
      return ' '
    default:
      return 'children' in node ? node.children.map(inlineText).join('') : ''
  }
}
