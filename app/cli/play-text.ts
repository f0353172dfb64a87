import type { Choice, Scene } from '../../machines/case/case.ts'
import { joinBlocks, markdownLines } from './markdown-text.ts'
import { proseLines } from './prose-text.ts'
import type { Page } from './prose-text.ts'
import type { Paint } from './terminal.ts'
import { wrapText } from './wrap.ts'

/** Pure. What stands on the page of a scene before its options. */
export function sceneLines({ title, when, prose, exit }: Scene, page: Page): Array<string> {
  const { width, paint } = page
  const heading = [
    ...(when === null ? [] : wrapText(when, width).map((line) => paint('dim', line))),
    ...(title === null ? [] : wrapText(title, width).map((line) => paint('bold', line))),
  ]
  const question = exit.kind === 'decision' ? proseLines(exit.question, page) : []
  return joinBlocks([heading, proseLines(prose, page), question])
}

/** Pure. Options with their numbers, from 1. */
export function optionLines(options: ReadonlyArray<Choice>, { width, paint }: Page): Array<string> {
  const listed = options.map(({ text }, index) => {
    const mark = `${index + 1}  `
    const lines = markdownLines(text, width - mark.length - 1, paint)
    return lines.map((line, place) => ` ${place === 0 ? paint('bold', mark) : ' '.repeat(mark.length)}${line}`)
  })
  return joinBlocks(listed)
}

/** Pure. The variables that the author gave a label, as they stand. */
export function meterLines({ stepper, state, paint }: Page): Array<string> {
  return stepper.slots.variables.flatMap((variable, index) => {
    if (variable.label === null) return []
    const value = state.values[index] ?? 0
    if (variable.kind === 'boolean') return [paint('dim', `${variable.label}: ${value === 0 ? 'no' : 'yes'}`)]
    return [paint('dim', `${variable.label}: ${meter(value - variable.min, variable.max - variable.min)} ${value}`)]
  })
}

/** Pure. How a case closes: the ending with its title, and the questions after it. */
export function endingLines({ exit }: Scene, page: Page): Array<string> {
  if (exit.kind !== 'ending') return []
  const { width, paint } = page
  const title = exit.title === null ? [] : wrapText(exit.title, width).map((line) => paint('bold', line))
  return joinBlocks([title, proseLines(exit.prose, page)])
}

/** Pure. A line across the page. */
export function rule(width: number, paint: Paint): string {
  return paint('dim', '─'.repeat(width))
}

function meter(full: number, all: number): string {
  return all > 0 && all <= 12 ? `${'■'.repeat(full)}${'□'.repeat(all - full)}` : ''
}
