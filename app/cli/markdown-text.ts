import type { Nodes, Table } from 'mdast'
import type { Markdown } from '../../machines/case/case.ts'
import { plainText } from '../../machines/case/text.ts'
import { visible, widthOf } from './terminal.ts'
import type { Paint, Style } from './terminal.ts'
import { wrapPieces } from './wrap.ts'
import type { Piece } from './wrap.ts'

/** Pure. Markdown as lines of at most so many columns, a blank line between two blocks. */
export function markdownLines(nodes: Markdown, width: number, paint: Paint): Array<string> {
  return joinBlocks(nodes.map((node) => blockLines(node, width, paint)))
}

/** Pure. Blocks with a blank line between each two; those without a line are left out. */
export function joinBlocks(blocks: ReadonlyArray<ReadonlyArray<string>>): Array<string> {
  return blocks.filter((lines) => lines.length > 0).flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]))
}

function blockLines(node: Nodes, width: number, paint: Paint): Array<string> {
  switch (node.type) {
    case 'paragraph':
      return wrapPieces(piecesOf(node, null), width, paint)
    case 'heading':
      return wrapPieces(piecesOf(node, 'bold'), width, paint)
    case 'blockquote':
      return indented(markdownLines(node.children, width - 2, paint), paint('dim', '| '))
    case 'list':
      return node.children.flatMap((item, index) => {
        const mark = node.ordered ? `${(node.start ?? 1) + index}. ` : '- '
        const lines = markdownLines(item.children, width - mark.length, paint)
        return lines.map((line, place) => (place === 0 ? mark : ' '.repeat(mark.length)) + line)
      })
    case 'code':
      return node.value.split('\n').map((line) => `  ${visible(line)}`)
    case 'thematicBreak':
      return [paint('dim', '* * *')]
    case 'table':
      return tableLines(node, width, paint)
    case 'definition':
      return []
    default:
      return wrapPieces(piecesOf(node, null), width, paint)
  }
}

function piecesOf(node: Nodes, style: Style | null): Array<Piece> {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return [{ text: node.value.replaceAll(/\s+/g, ' '), style }]
    case 'break':
      return [{ text: '\n', style }]
    case 'image':
      return [{ text: `[picture: ${node.alt ?? ''}]`, style }]
    default: {
      const inner = node.type === 'strong' ? 'bold' : node.type === 'emphasis' ? 'italic' : style
      return 'children' in node ? node.children.flatMap((child) => piecesOf(child, inner)) : []
    }
  }
}

/** Columns as wide as their widest cell; where that is too much, a row is a list of its cells. */
function tableLines({ children }: Table, width: number, paint: Paint): Array<string> {
  const rows = children.map((row) =>
    row.children.map((cell) => visible(plainText([{ type: 'paragraph', children: cell.children }]))),
  )
  const columns = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => widthOf(row[column] ?? ''))))
  const fits = columns.reduce((sum, column) => sum + column + 3, -3) <= width
  if (!fits) return rows.flatMap((row) => wrapPieces([{ text: row.join(' | '), style: null }], width, paint))
  const lines = rows.map((row) =>
    columns
      .map((column, index) => padded(row[index] ?? '', column))
      .join('   ')
      .trimEnd(),
  )
  return lines.flatMap((line, index) =>
    index === 0 ? [paint('bold', line), columns.map((column) => '-'.repeat(column)).join('   ')] : [line],
  )
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)))
}

function indented(lines: ReadonlyArray<string>, mark: string): Array<string> {
  return lines.map((line) => mark + line)
}
