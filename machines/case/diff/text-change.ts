import type { Block, Markdown, Prose } from '../case.ts'
import { expressionText } from '../expression-text.ts'
import { plainText } from '../text.ts'
import type { Both, Change } from './change.ts'

/** Pure. That a text was reworded, or none where it is the same to the last mark. */
export function reworded(
  both: Both,
  what: string,
  before: Prose | Markdown | null,
  after: Prose | Markdown | null,
): Array<Change> {
  if (contentOf(before) === contentOf(after)) return []
  return [{ ...both, change: 'reworded', what, before: textOf(before), after: textOf(after) }]
}

/** Pure. Anything of a case as a text that is the same exactly where it means the same: all but where it stands. */
export function contentOf(value: unknown): string {
  return JSON.stringify(value, (key, inner: unknown) => (key === 'place' ? undefined : inner))
}

function textOf(text: Prose | Markdown | null): string | null {
  if (text === null) return null
  const lines = text.map((block) => (isBlock(block) ? blockText(block) : plainText([block])))
  return lines.filter((line) => line !== '').join('\n\n')
}

function isBlock(block: Block | Markdown[number]): block is Block {
  return 'kind' in block
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'markdown':
      return plainText(block.nodes)
    case 'show':
      return `[if ${expressionText(block.if)}] ${textOf(block.prose) ?? ''}`
    case 'email':
      return joined([`E-mail from ${block.from}`, block.to, block.subject, block.at, plainText(block.body)])
    case 'chat':
      return joined([
        block.title,
        ...block.messages.map(({ from, at, body }) => joined([from, at, plainText(body)], ', ')),
      ])
    case 'document':
    case 'aside':
      return joined([block.title, plainText(block.body)])
    case 'say':
      return `${block.who}: ${plainText(block.body)}`
    case 'figure':
      return joined([block.src, block.alt, block.caption])
  }
}

function joined(parts: ReadonlyArray<string | null>, by = '\n'): string {
  return parts.filter((part) => part !== null && part !== '').join(by)
}
