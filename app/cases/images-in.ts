import type { Block, Case, Prose } from '../../machines/case/case.ts'

/** Pure. The image paths that a case shows, from `Figure` and from Markdown images alike. */
export function imagesInCase(source: Case): Set<string> {
  const found = new Set<string>()
  for (const { prose, exit } of source.scenes) {
    collect(prose, found)
    if (exit.kind === 'ending') collect(exit.prose, found)
    if (exit.kind !== 'decision') continue
    collect(exit.question, found)
    for (const choice of exit.choices) {
      collect(choice.outcome, found)
      collectMarkdown(choice.text, found)
      collectMarkdown(choice.because ?? [], found)
    }
  }
  return found
}

/** Pure. The image paths that prose shows. */
export function imagesInProse(prose: Prose): Set<string> {
  const found = new Set<string>()
  collect(prose, found)
  return found
}

function collect(prose: Prose, found: Set<string>): void {
  for (const block of prose) {
    if (block.kind === 'figure') found.add(block.src)
    else if (block.kind === 'show') collect(block.prose, found)
    else for (const nodes of markdownOf(block)) collectMarkdown(nodes, found)
  }
}

function markdownOf(block: Exclude<Block, { kind: 'figure' | 'show' }>): Array<ReadonlyArray<Node>> {
  if (block.kind === 'markdown') return [block.nodes]
  if (block.kind === 'chat') return block.messages.map(({ body }) => body)
  return [block.body]
}

type Node = { type: string; url?: string; children?: ReadonlyArray<Node> }

function collectMarkdown(nodes: ReadonlyArray<Node>, found: Set<string>): void {
  for (const node of nodes) {
    if (node.type === 'image' && node.url !== undefined) found.add(node.url)
    if (node.children) collectMarkdown(node.children, found)
  }
}
