import type { Pattern } from '../../machines/play/debrief.ts'
import type { PatternView } from '../components/views.ts'

const WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']

/** Pure. The trade-off pattern of a run in words. It says what was chosen, never what somebody is. */
export function patternText(pattern: Pattern): PatternView {
  if (pattern.scored === 0) return [plain('Nothing on this way was rated, so there is no pattern to tell.')]
  return [...tradeOffText(pattern), ...betteredText(pattern)]
}

function tradeOffText({ tradeOffs, toExecution, toInfluence, between }: Pattern): PatternView {
  if (tradeOffs === 0) return [plain('No decision on your way set the work against the people. ')]
  const leanings = [
    { count: toExecution, words: [plain('leaned to '), hued('the work', 'execution')] },
    { count: toInfluence, words: [plain(toExecution > 0 ? 'to ' : 'leaned to '), hued('the people', 'influence')] },
    { count: between, words: [plain('kept between the two')] },
  ].filter(({ count }) => count > 0)
  const told = leanings.flatMap(({ count, words }, place): PatternView => [
    plain(joint(place, leanings.length)),
    ...words,
    plain(share(count, tradeOffs, place)),
  ])
  const decisions = tradeOffs === 1 ? 'decision' : 'decisions'
  return [
    plain(`In ${counted(tradeOffs)} ${decisions} the best for the work was not the best for the people. `),
    ...told,
    plain('. '),
  ]
}

function joint(place: number, length: number): string {
  if (place === 0) return 'You '
  return place === length - 1 ? ' and ' : ', '
}

function share(count: number, all: number, place: number): string {
  if (count === all) return all === 1 ? '' : all === 2 ? ' in both' : ' in all of them'
  return place === 0 ? ` in ${counted(count)} of them` : ` in ${counted(count)}`
}

function betteredText({ bettered, scored }: Pattern): PatternView {
  if (bettered === 0)
    return [plain('No choice of yours was one that another option bettered on one side at no cost to the other.')]
  const times = bettered === 1 ? 'Once' : bettered === 2 ? 'Twice' : `${capital(counted(bettered))} times`
  const decisions = scored === 1 ? 'decision' : 'decisions'
  return [
    plain(
      `${times} in ${counted(scored)} ${decisions} another option was at least as good on both sides and better on one.`,
    ),
  ]
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
