import type { Ending, Exit, Scene } from '../case.ts'
import type { Context } from './context.ts'
import type { Child, Element } from './element.ts'
import { childrenNamed, conditionOf, optionalText, requiredText } from './element.ts'
import { readDecision } from './read-decision.ts'
import { readMarkdown, readProse } from './read-prose.ts'

/**
 * Pure. A scene from its element. Reported are `scene/no-exit`, `scene/many-exits`, `next/no-default`, `next/unreachable`,
 * prose after the exit (`mdx/misplaced`), and what `readDecision` finds.
 */
export function readScene(element: Element, context: Context): Scene {
  const id = requiredText(element, 'id')
  const exits = element.children.filter((child) => child.kind === 'element').filter(isExit)
  const [first] = exits
  if (!first && !element.isIncomplete) {
    const message = 'this scene has no exit, expected one <Decision>, one or more <Next>, or one <Ending>'
    context.report('scene/no-exit', element.place, message)
  }
  reportManyExits(exits, context)
  const before = first ? element.children.indexOf(first) : element.children.length
  reportMisplacedProse(element.children.slice(before), context)
  return {
    id,
    title: optionalText(element, 'title'),
    when: optionalText(element, 'when'),
    prose: readProse(element.children.slice(0, before)),
    exit: readExit(id, first, element, context),
    place: element.place,
  }
}

function isExit({ name }: Element): boolean {
  return name === 'Decision' || name === 'Next' || name === 'Ending'
}

/** Several `Next` are one exit. */
function reportManyExits(exits: ReadonlyArray<Element>, { report }: Context): void {
  const [first, ...others] = exits
  for (const exit of others) {
    if (exit.name === 'Next' && first?.name === 'Next') continue
    report(
      'scene/many-exits',
      exit.place,
      `a scene has one exit, and <${first?.name}> is there before this <${exit.name}>`,
    )
  }
}

function reportMisplacedProse(children: ReadonlyArray<Child>, { report }: Context): void {
  for (const child of children) {
    if (child.kind === 'element' && isExit(child)) continue
    const found = child.kind === 'markdown' ? 'text' : `<${child.name}>`
    report('mdx/misplaced', child.place, `found ${found} after the scene's exit`, 'move it before the exit')
  }
}

function readExit(scene: string, first: Element | undefined, element: Element, context: Context): Exit {
  if (first?.name === 'Decision') return readDecision(first, scene, context)
  if (first?.name === 'Ending') return readEnding(first)
  const ways = childrenNamed(element, 'Next')
  checkWays(ways, context)
  return {
    kind: 'next',
    ways: ways.map((way) => ({ goto: requiredText(way, 'goto'), if: conditionOf(way), place: way.place })),
  }
}

function checkWays(ways: ReadonlyArray<Element>, { report }: Context): void {
  const firstDefault = ways.findIndex((way) => !way.attributes.has('if'))
  const last = ways.at(-1)
  if (last && firstDefault === -1) {
    report(
      'next/no-default',
      last.place,
      'every <Next> has a condition, and when none holds there is no way on',
      'leave out the `if` of the last one',
    )
  }
  for (const way of firstDefault === -1 ? [] : ways.slice(firstDefault + 1)) {
    report('next/unreachable', way.place, 'a <Next> before this one has no condition, so this one is never reached')
  }
}

function readEnding(element: Element): Ending {
  const outcome = optionalText(element, 'outcome')
  return {
    kind: 'ending',
    id: requiredText(element, 'id'),
    outcome: outcome === 'strong' || outcome === 'poor' ? outcome : 'mixed',
    title: optionalText(element, 'title'),
    prose: readProse(element.children),
    reflections: childrenNamed(element, 'Reflect').map(readMarkdown),
    place: element.place,
  }
}
