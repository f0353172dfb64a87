import type { Expression } from '../../machines/case/expression.ts'

/** HTML of a checked case, with the parts that appear only while a condition holds. */
export type Html = Array<string | { if: Expression; html: Html }>

/** Pure. The HTML that stands in a state. */
export function renderHtml(html: Html, holds: (condition: Expression) => boolean): string {
  return html
    .map((part) => (typeof part === 'string' ? part : holds(part.if) ? renderHtml(part.html, holds) : ''))
    .join('')
}

/**
 * Pure. Cuts one rendered document into its parts. `<x-part>` and `<x-show>` are written by this project's own components; text and
 * attributes of a case reach the document escaped, so nothing that an author writes can look like one of them.
 */
export function cutParts(document: string, conditions: ReadonlyArray<Expression>): Array<Html> {
  const parts: Array<Html> = []
  const open: Array<Html> = []
  for (const piece of document.split(/(<x-(?:part|show) n="\d+">|<\/x-(?:part|show)>)/)) {
    const tag = /^<x-(part|show) n="(\d+)">$/.exec(piece)
    if (tag) {
      const number = Number(tag[2])
      const html: Html = []
      if (tag[1] === 'part') parts[number] = html
      else {
        const condition = conditions[number]
        if (!condition) throw new Error(`Expected one of ${conditions.length} conditions, found number ${number}`)
        open.at(-1)?.push({ if: condition, html })
      }
      open.push(html)
    } else if (/^<\/x-(part|show)>$/.test(piece)) open.pop()
    else if (piece !== '') open.at(-1)?.push(piece)
  }
  return parts
}
