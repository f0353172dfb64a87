import type { Root, RootContent } from 'mdast'
import { shiftPlaces } from './shift-places.ts'

/** A piece of a text that has neither tags nor code in it, and where among its siblings the nodes go that the Markdown parser makes of it. */
export type MarkdownStretch = {
  siblings: Array<RootContent>
  index: number
  text: string
  lines: number
  offset: number
}

/** Code in braces or in a fence, imports and exports, definitions. */
const NO_MARKDOWN_ALONE = /[{}]|```|~~~|^(?:import|export)|\]:/m

/**
 * Pure. The Markdown from an offset, at which a block begins, up to the next tag; null where it can't be parsed by itself. With an empty
 * line between, a tag at the beginning of a line ends all that can be open in Markdown, save for code in a fence.
 */
export function markdownFrom(text: string, from: number): string | null {
  const tag = text.indexOf('<', from)
  const stretch = tag === -1 ? text.slice(from) : text.slice(from, tag)
  return NO_MARKDOWN_ALONE.test(stretch) || (tag !== -1 && !stretch.endsWith('\n\n')) ? null : stretch
}

/** Parses stretches, which are in the order of the text, and puts the nodes where they belong. */
export function fillIn(stretches: ReadonlyArray<MarkdownStretch>, parse: (text: string) => Root): void {
  for (const { siblings, index, text, lines, offset } of stretches.toReversed()) {
    const tree = parse(text)
    shiftPlaces(tree, lines, offset)
    siblings.splice(index, 0, ...tree.children)
  }
}
