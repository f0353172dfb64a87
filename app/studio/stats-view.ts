import type { Stats } from '../../machines/case/stats.ts'
import type { StatsView } from '../components/studio-views.ts'

type Bounds = { min: number | null; max: number | null }

/** Pure. The figures of a case in words. */
export function statsView(stats: Stats): StatsView {
  const { decisions, endings, decisionsPerPath, words, minutesLongestPath, scenes, choices, states, paths } = stats
  const way = rangeText(decisionsPerPath, whole)
  return {
    line: [
      counted(decisions, 'decision'),
      counted(endings, 'ending'),
      ...(way === null ? [] : [`${way} scored a way`]),
    ].join(', '),
    facts: [
      { name: 'Scenes', value: whole(scenes) },
      { name: 'Options', value: whole(choices) },
      { name: 'Words', value: whole(words) },
      { name: 'Longest way', value: minutesLongestPath === null ? 'endless' : `${Math.ceil(minutesLongestPath)} min` },
      { name: 'Ways through', value: pathsText(paths) },
      { name: 'States', value: states === null ? 'too many' : whole(states) },
      { name: 'Information on execution', value: rangeText(stats.information.execution, oneDecimal) ?? 'none' },
      { name: 'Information on influence', value: rangeText(stats.information.influence, oneDecimal) ?? 'none' },
    ],
  }
}

function rangeText({ min, max }: Bounds, told: (value: number) => string): string | null {
  if (min === null) return null
  if (max === null) return `${told(min)} or more`
  if (told(min) === told(max)) return told(min)
  return max - min === 1 ? `${told(min)} or ${told(max)}` : `${told(min)} to ${told(max)}`
}

function pathsText(paths: string | null): string {
  if (paths === null) return 'too many'
  if (paths === 'infinite') return 'endless'
  if (paths.length > 9) return `about ${paths.charAt(0)} × 10 to the ${paths.length - 1}`
  return whole(Number(paths))
}

function whole(value: number): string {
  return value.toLocaleString('en-GB')
}

function oneDecimal(value: number): string {
  return value.toFixed(1)
}

function counted(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`
}
