import type { Choice } from './case.ts'
import { plainText } from './text.ts'

/** Pure. The characters of an option as it is shown: what makes one look longer than another. */
export function charactersOf(choice: Choice): number {
  return [...plainText(choice.text).trim()].length
}

/** Pure. The options that no other is longer than, or with `shortest` no other shorter; several where they share it. */
export function extremeInLength(choices: ReadonlyArray<Choice>, which: 'longest' | 'shortest'): Array<Choice> {
  const lengths = choices.map(charactersOf)
  const extreme = which === 'longest' ? Math.max(...lengths) : Math.min(...lengths)
  return choices.filter((_, index) => lengths[index] === extreme)
}
