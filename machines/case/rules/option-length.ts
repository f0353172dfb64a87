import type { Decision } from '../case.ts'
import { charactersOf } from '../option-length.ts'
import { decisionsOf } from '../quality.ts'
import { countWords, plainText } from '../text.ts'
import type { CaseRule, Finding } from './rule.ts'

const FEWEST_WORDS = 8
const MOST_WORDS = 40
const HIGHEST_RATIO = 1.3

export const optionLength: CaseRule = {
  rule: 'style/option-length',
  check: ({ scenes }) => decisionsOf(scenes).flatMap((decision) => [...outside(decision), ...uneven(decision)]),
}

function outside({ id, choices }: Decision): Array<Finding> {
  return choices.flatMap((choice) => {
    const words = countWords(plainText(choice.text))
    if (words >= FEWEST_WORDS && words <= MOST_WORDS) return []
    const message = `Expected ${FEWEST_WORDS}–${MOST_WORDS} words in an option, found ${words} in "${choice.id}" of decision "${id}"`
    return [{ place: choice.place, message }]
  })
}

function uneven({ id, choices, place }: Decision): Array<Finding> {
  const lengths = choices.map(charactersOf).sort((a, b) => a - b)
  const longest = lengths.at(-1) ?? 0
  const middle = medianOf(lengths)
  if (longest <= HIGHEST_RATIO * middle) return []
  const message =
    `Expected the longest option of decision "${id}" to have at most ${HIGHEST_RATIO} times the characters of the median, ` +
    `found ${longest} to ${middle}`
  return [{ place, message }]
}

/** Of ascending numbers: the middle one, or half-way between the two in the middle. */
function medianOf(numbers: ReadonlyArray<number>): number {
  const half = numbers.length / 2
  return ((numbers[Math.ceil(half) - 1] ?? 0) + (numbers[Math.floor(half)] ?? 0)) / 2
}
