import type { RootContent } from 'mdast'
import type { Place } from '../case.ts'
import { COURSE_HOLDS, ELEMENTS, isElementName, mayHold } from './allowed.ts'
import type { ElementName } from './allowed.ts'
import { checkAttributes, reportSpreads } from './check-attributes.ts'
import type { Context } from './context.ts'
import type { Child, Element } from './element.ts'
import { liftElement } from './lift.ts'
import type { Piece } from './lift.ts'
import { isElement, isParent, startOf } from './syntax.ts'

/**
 * What a piece stands in: an element, the file of a case itself, that of a course, Markdown such as a list, or something unknown, which
 * may hold all.
 */
type Around = ElementName | 'file' | 'course' | 'Markdown' | 'unknown'

export type Checked = { children: Array<Child>; isIncomplete: boolean }

/**
 * Checks pieces against the table of what is allowed: `mdx/unknown-component`, `mdx/raw-html`, `mdx/misplaced`, and what
 * `checkAttributes` finds. What is refused is left out, and its content is checked all the same.
 */
export function checkElements(pieces: ReadonlyArray<Piece>, around: Around, context: Context): Checked {
  const checked: Checked = { children: [], isIncomplete: false }
  for (const piece of pieces) {
    const child =
      piece.kind === 'markdown' ? checkMarkdown(piece, around, context) : checkElement(piece, around, context)
    if (child) checked.children.push(child)
    else if (piece.kind === 'element' && !isRawHtml(piece.node.name)) checked.isIncomplete = true
  }
  return checked
}

function checkMarkdown({ nodes, place }: Piece & { kind: 'markdown' }, around: Around, context: Context): Child | null {
  for (const node of nodes) checkMarkdownNode(node, place, context)
  if (mayStand('Markdown', around)) return { kind: 'markdown', nodes, place }
  const where = around === 'file' ? 'outside of all scenes' : `in <${around}>`
  context.report('mdx/misplaced', place, `there may be no text ${where}`)
  return null
}

/** Headings above the third level, and elements within Markdown. Takes the positions away. */
function checkMarkdownNode(node: RootContent, around: Place, context: Context): void {
  const place = startOf(node, around)
  if (node.type === 'heading' && node.depth < 3) {
    const hint = 'begin it with ###, or leave an empty line above a line of --- or ==='
    context.report('mdx/misplaced', place, `found a heading of level ${node.depth}, expected level 3 or below`, hint)
  }
  delete node.position
  if (!isParent(node)) return
  for (const child of node.children) {
    if (isElement(child)) checkElements([liftElement(child, startOf(child, place))], 'Markdown', context)
    else checkMarkdownNode(child, place, context)
  }
}

function checkElement(
  { node, pieces, place }: Piece & { kind: 'element' },
  around: Around,
  context: Context,
): Element | null {
  const { name } = node
  if (name === null || !isElementName(name)) {
    const [rule, message, hint] = isRawHtml(name)
      ? ([
          'mdx/raw-html',
          `<${name}> is HTML, expected Markdown or an element of the language`,
          'write `\\<` for a plain <',
        ] as const)
      : ([
          'mdx/unknown-component',
          `there is no element <${name ?? ''}>`,
          `there are: ${Object.keys(ELEMENTS).join(', ')}`,
        ] as const)
    context.report(rule, place, message, hint)
    reportSpreads(node, place, context)
    checkElements(pieces, 'unknown', context)
    return null
  }
  const isMisplaced = !mayStand(name, around)
  if (isMisplaced)
    context.report('mdx/misplaced', place, `<${name}> may not stand ${inWords(around)}`, whereTo(name, around))
  const attributes = checkAttributes(name, node, place, context)
  const { children, isIncomplete } = checkElements(pieces, name, context)
  return isMisplaced ? null : { kind: 'element', name, place, attributes, children, isIncomplete }
}

function mayStand(name: 'Markdown' | ElementName, around: Around): boolean {
  if (around === 'unknown') return true
  if (around === 'Markdown') return false
  if (around === 'course') return COURSE_HOLDS.includes(name)
  return around === 'file' ? name === 'Scene' : mayHold(around, name)
}

function inWords(around: Around): string {
  if (around === 'file') return 'outside of all scenes'
  if (around === 'course') return 'in a course'
  return around === 'Markdown' ? 'within Markdown such as a list or a quote' : `in <${around}>`
}

function whereTo(name: ElementName, around: Around): string {
  if (around === 'Markdown') return 'leave an empty line before it and do not indent it'
  if (around === 'course') return `a course holds: ${COURSE_HOLDS.join(', ')}`
  if (name === 'Scene') return 'scenes stand one after the other, at the top of the file'
  const places = Object.entries(ELEMENTS).filter(([, rule]) => rule.holds.includes(name))
  return `it stands in: ${places.map(([place]) => place).join(', ')}`
}

function isRawHtml(name: string | null): boolean {
  return name !== null && /^[a-z]/.test(name)
}
