import type { Choice, Decision, Dimension } from '../../machines/case/case.ts'
import { isScored } from '../../machines/case/case.ts'
import { DIMENSIONS } from '../../machines/case/quality.ts'
import { plainText } from '../../machines/case/text.ts'
import { judge, patternOf } from '../../machines/play/debrief.ts'
import type { Judgement, Taken } from '../../machines/play/debrief.ts'
import { joinBlocks, markdownLines } from './markdown-text.ts'
import type { Page } from './prose-text.ts'
import type { Paint } from './terminal.ts'
import { wrapPieces, wrapText } from './wrap.ts'

const HUES = { execution: 'blue', influence: 'yellow' } as const

/** A decision as it was taken, and what its scene is called. */
export type TakenHere = Taken & { title: string }

/** Pure. What each decision showed: ratings and why, what was stronger, what was named as most harmful; then the pattern. */
export function debriefLines(taken: ReadonlyArray<TakenHere>, page: Pick<Page, 'width' | 'paint'>): Array<string> {
  return joinBlocks([...taken.map((step, index) => stepLines(step, index + 1, page)), patternLines(taken, page)])
}

function stepLines(step: TakenHere, number: number, { width, paint }: Pick<Page, 'width' | 'paint'>): Array<string> {
  const { decision, chosen, worst } = step
  const inner = width - 4
  const judgement = judge(step)
  const heading = wrapText(`${number}. ${step.title}`, width).map((line) => paint('bold', line))
  const lines = [...optionLines('You chose', chosen, decision, inner, paint)]
  if (!isScored(decision)) lines.push(paint('dim', 'This decision is not rated.'))
  for (const stronger of judgement.strongest) {
    lines.push(...optionLines(`Strongest for ${namesOf(stronger.for)}`, stronger.choice, decision, inner, paint))
  }
  if (worst) lines.push(...wrapText(worstText(worst, judgement), inner))
  return [...heading, ...lines.map((line) => `    ${line}`.trimEnd())]
}

function optionLines(label: string, choice: Choice, decision: Decision, width: number, paint: Paint): Array<string> {
  const ratings = DIMENSIONS.flatMap((dimension) => {
    const rating = choice[dimension]
    return rating === null
      ? []
      : [paint(HUES[dimension], `${dimension} ${rating}`) + paint('dim', ` (${decision[dimension]})`)]
  })
  const because =
    choice.because === null ? [] : markdownLines(choice.because, width - 2, paint).map((line) => `  ${line}`)
  const text = plainText(choice.text)
  return [
    ...wrapPieces(
      [
        { text: `${label}: `, style: 'italic' },
        { text, style: null },
      ],
      width,
      paint,
    ),
    ...(ratings.length === 0 ? [] : [`  ${ratings.join(', ')}`]),
    ...because,
  ]
}

function namesOf(dimensions: ReadonlyArray<Dimension>): string {
  return dimensions.length === 2 ? 'both' : dimensions.join('')
}

function worstText({ text }: Choice, { worst }: Judgement): string {
  const remarks = {
    lowest: 'no option was rated lower',
    'chosen-is-lower': 'the one you chose is rated lower',
    'another-is-lower': 'another is rated lower',
  }
  return `Named as most harmful: ${plainText(text)}${worst === null ? '' : ` (${remarks[worst]})`}`
}

function patternLines(taken: ReadonlyArray<Taken>, { width }: Pick<Page, 'width'>): Array<string> {
  const { tradeOffs, toExecution, toInfluence, between, bettered, scored } = patternOf(taken)
  if (scored === 0) return []
  const leaning = `${toExecution} leaned to the work, ${toInfluence} to the people, ${between} kept between the two`
  const text =
    (tradeOffs === 0 ? 'No decision set the work against the people. ' : `Of ${tradeOffs} trade-offs ${leaning}. `) +
    `In ${bettered} of ${scored} decisions another option was at least as good on both sides, and better on one.`
  return wrapText(text, width)
}
