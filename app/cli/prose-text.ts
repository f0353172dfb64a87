import { stripVTControlCharacters } from 'node:util'
import type { Block, Markdown, Prose } from '../../machines/case/case.ts'
import type { State, Stepper } from '../../machines/case/step.ts'
import { joinBlocks, markdownLines } from './markdown-text.ts'
import { visible, widthOf } from './terminal.ts'
import type { Paint } from './terminal.ts'
import { wrapText } from './wrap.ts'

/** What prose is written with: where the play stands decides what a `Show` shows. */
export type Page = { stepper: Stepper; state: State; width: number; paint: Paint }

/** Pure. Prose as lines, its artefacts in boxes. */
export function proseLines(prose: Prose, page: Page): Array<string> {
  return joinBlocks(prose.map((block) => blockLines(block, page)))
}

function blockLines(block: Block, page: Page): Array<string> {
  const { width, paint } = page
  const inner = width - 4
  switch (block.kind) {
    case 'markdown':
      return markdownLines(block.nodes, width, paint)
    case 'show':
      return page.stepper.holds(block.if, page.state) ? proseLines(block.prose, page) : []
    case 'say':
      return markdownLines(spoken(block.who, block.body), width, paint)
    case 'email': {
      const fields = [
        ['From', block.from],
        ['To', block.to],
        ['Subject', block.subject],
        ['At', block.at],
      ].flatMap(([name, value]) => (value ? wrapText(`${name}: ${value}`, inner) : []))
      return boxed('E-mail', joinBlocks([fields, markdownLines(block.body, inner, paint)]), page)
    }
    case 'chat': {
      const messages = block.messages.map(({ from, at, body }) => {
        const heading = wrapText(at === null ? from : `${from}, ${at}`, inner).map((line) => paint('bold', line))
        return [...heading, ...markdownLines(body, inner, paint)]
      })
      return boxed(block.title === null ? 'Chat' : `Chat: ${block.title}`, joinBlocks(messages), page)
    }
    case 'document':
      return boxed(block.title, markdownLines(block.body, inner, paint), page)
    case 'aside':
      return boxed(block.title ?? 'Aside', markdownLines(block.body, inner, paint), page)
    case 'figure':
      return boxed(
        'Picture',
        joinBlocks([wrapText(block.alt, inner), block.caption === null ? [] : wrapText(block.caption, inner)]),
        page,
      )
  }
}

/** The first paragraph of what somebody says begins with their name. */
function spoken(who: string, body: Markdown): Markdown {
  const [first, ...rest] = body
  if (first?.type !== 'paragraph')
    return [{ type: 'paragraph', children: [{ type: 'text', value: `${who}:` }] }, ...body]
  return [{ ...first, children: [{ type: 'text', value: `${who}: ` }, ...first.children] }, ...rest]
}

/** Pure. Lines in a frame with a title. */
function boxed(
  title: string,
  lines: ReadonlyArray<string>,
  { width, paint }: Pick<Page, 'width' | 'paint'>,
): Array<string> {
  const [name = ''] = wrapText(title, width - 8)
  const top = `┌─ ${paint('bold', name)} ${paint('dim', `${'─'.repeat(Math.max(0, width - widthOf(visible(name)) - 5))}┐`)}`
  const side = paint('dim', '│')
  const rows = lines.map((line) => {
    const space = ' '.repeat(Math.max(0, width - 4 - widthOf(stripVTControlCharacters(line))))
    return `${side} ${line}${space} ${side}`
  })
  return [top, ...rows, paint('dim', `└${'─'.repeat(width - 2)}┘`)]
}
