import type { Block, Markdown, Prose } from '../case.ts'
import type { Child, Element } from './element.ts'
import { childrenNamed, conditionOf, optionalText, requiredText } from './element.ts'

/** Pure. The Markdown and the artefacts among children; what else is among them is somebody else's. */
export function readProse(children: ReadonlyArray<Child>): Prose {
  return children.flatMap((child) => readBlock(child) ?? [])
}

/** Pure. The Markdown of an element, without what else it holds. */
export function readMarkdown({ children }: Element): Markdown {
  return children.flatMap((child) => (child.kind === 'markdown' ? child.nodes : []))
}

function readBlock(child: Child): Block | null {
  if (child.kind === 'markdown') return { kind: 'markdown', nodes: child.nodes }
  switch (child.name) {
    case 'Show':
      return readShow(child)
    case 'Email':
      return {
        kind: 'email',
        from: requiredText(child, 'from'),
        to: optionalText(child, 'to'),
        subject: optionalText(child, 'subject'),
        at: optionalText(child, 'at'),
        body: readMarkdown(child),
      }
    case 'Chat':
      return {
        kind: 'chat',
        title: optionalText(child, 'title'),
        messages: childrenNamed(child, 'Message').map(readMessage),
      }
    case 'Document':
      return { kind: 'document', title: requiredText(child, 'title'), body: readMarkdown(child) }
    case 'Say':
      return { kind: 'say', who: requiredText(child, 'who'), body: readMarkdown(child) }
    case 'Figure':
      return {
        kind: 'figure',
        src: requiredText(child, 'src'),
        alt: requiredText(child, 'alt'),
        caption: optionalText(child, 'caption'),
      }
    case 'Aside':
      return { kind: 'aside', title: optionalText(child, 'title'), body: readMarkdown(child) }
    default:
      return null
  }
}

function readShow(element: Element): Block {
  return {
    kind: 'show',
    if: conditionOf(element) ?? { kind: 'literal', value: true },
    prose: readProse(element.children),
    place: element.place,
  }
}

function readMessage(element: Element): { from: string; at: string | null; body: Markdown } {
  return { from: requiredText(element, 'from'), at: optionalText(element, 'at'), body: readMarkdown(element) }
}
