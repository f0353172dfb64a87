import type { Pattern } from '../../machines/play/debrief.ts'
import type { PatternView } from '../components/views.ts'

const WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']

/** Pure. The trade-off pattern of a run in words. It says what was chosen, never what somebody is. */
export function patternText({ tradeOffs, toExecution, toInfluence, between, bettered, scored }: Pattern): PatternView {
  if (scored === 0) return [plain('Nothing on this way was rated, so there is no pattern to tell.')]
  if (tradeOffs === 0) {
    return [plain('No decision on your way set the work against the people. '), ...betteredText(bettered, scored)]
  }
  const opening = `In ${counted(tradeOffs)} ${tradeOffs === 1 ? 'decision' : 'decisions'} the best for the work was not the best for the people. `
  const leanings = [
    { count: toExecution, words: [plain('leaned to '), hued('the work', 'execution')] },
    { count: toInfluence, words: [plain('leaned to '), hued('the people', 'influence')] },
    { count: between, words: [plain('kept between the two')] },
  ].filter(({ count }) => count > 0)
  const told = leanings.flatMap(({ count, words }, place): PatternView => [
    plain(place === 0 ? 'You ' : place === leanings.length - 1 ? ' and ' : ', '),
    ...words,
    plain(
      ` in ${count === tradeOffs && tradeOffs > 1 ? 'all of them' : place === 0 ? `${counted(count)} of them` : counted(count)}`,
    ),
  ])
  return [plain(opening), ...told, plain('. '), ...betteredText(bettered, scored)]
}

function betteredText(bettered: number, scored: number): PatternView {
  if (bettered === 0) return [plain('Nowhere was there an option that would have cost nothing more.')]
  const times = bettered === 1 ? 'Once' : bettered === 2 ? 'Twice' : `${capital(counted(bettered))} times`
  return [plain(`${times} in ${counted(scored)} another option was at least as good for both, and better for one.`)]
}

function counted(count: number): string {
  return WORDS[count] ?? String(count)
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function plain(text: string): PatternView[number] {
  return { text, dimension: null }
}

function hued(text: string, dimension: 'execution' | 'influence'): PatternView[number] {
  return { text, dimension }
}
