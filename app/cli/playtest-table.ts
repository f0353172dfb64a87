import type { Case } from '../../machines/case/case.ts'
import { decisionsOf } from '../../machines/case/quality.ts'
import type { Playtested, Tested } from '../cases/playtested.ts'
import type { FilePlaytested } from './playtest-json.ts'
import type { Recovered } from '../cases/playtest-recovery.ts'
import { visible } from './terminal.ts'
import type { Paint } from './terminal.ts'

const NAME = 36
const CELL = 7

/** Pure. The result of a playtest on 80 columns: choices, endings, gains, what the scores recover, and what nobody met. */
export function playtestTable(
  { title, runs, seed, tested, unmetEndings, untakenChoices }: FilePlaytested,
  source: Case,
  paint: Paint,
): string {
  const learners = tested.filter(({ player }) => player.ability !== null)
  const sections = [
    [
      paint('bold', visible(title)),
      `${runs} plays each, seed ${seed}; learners of ability 0 (chance) to 2, 1 being usual.`,
    ],
    [
      heading('Choices, % of those who met the decision', learners, paint),
      ...choiceRows(source, learners, runs, paint),
    ],
    [heading('Endings, % of plays', learners, paint), ...endingRows(source, learners, runs)],
    [
      paint('bold', 'Gain above chance, % of what can be gained; % of plays by ending'),
      ...tested.flatMap((one) => gainRows(one, runs)),
    ],
    [recoveryHeading(paint), ...learners.map(recoveryRow)],
    warnings(unmetEndings, untakenChoices, paint),
  ]
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}

function heading(text: string, learners: ReadonlyArray<Tested>, paint: Paint): string {
  const abilities = learners.map(({ player }) => String(player.ability).padStart(CELL)).join('')
  return text.length <= NAME
    ? paint('bold', text.padEnd(NAME)) + abilities
    : `${paint('bold', text)}\n${' '.repeat(NAME)}${abilities}`
}

function choiceRows(source: Case, learners: ReadonlyArray<Tested>, runs: number, paint: Paint): Array<string> {
  return decisionsOf(source.scenes).flatMap(({ id, choices }) => {
    const met = learners.map(({ choices: all }) => sum(all.get(id)))
    const reached = met.map((count) => percent(count / runs))
    const rows = choices.map((choice) => {
      const cells = learners.map(({ choices: all }, index) =>
        percent((all.get(id)?.get(choice.id) ?? 0) / (met[index] ?? 0)),
      )
      return row(`  ${choice.id} ${ratings(choice)}`, cells)
    })
    return [paint('dim', row(`${id} (met per play)`, reached)), ...rows]
  })
}

function endingRows(source: Case, learners: ReadonlyArray<Tested>, runs: number): Array<string> {
  const rows = source.scenes.flatMap(({ exit }) => {
    if (exit.kind !== 'ending') return []
    return [
      row(
        `  ${exit.id} (${exit.outcome})`,
        learners.map(({ endings }) => percent((endings.get(exit.id) ?? 0) / runs)),
      ),
    ]
  })
  const unfinished = learners.map(({ unfinished: count }) => percent(count / runs))
  return learners.some(({ unfinished: count }) => count > 0) ? [...rows, row('  given up in a loop', unfinished)] : rows
}

function gainRows({ player, gain, endings, unfinished }: Tested, runs: number): Array<string> {
  const told = [...endings]
    .filter(([, count]) => count > 0)
    .sort(([, one], [, other]) => other - one)
    .map(([id, count]) => `${id} ${percent(count / runs)}`)
  const all = [...told, ...(unfinished > 0 ? [`given up ${percent(unfinished / runs)}`] : [])]
  const prefix = `  ${player.name.padEnd(20)}${gain === null ? 'none'.padStart(6) : percent(gain).padStart(6)}   `
  return inColumn(prefix, all)
}

/** A list beside a prefix, on as many lines as it takes. */
function inColumn(prefix: string, items: ReadonlyArray<string>): Array<string> {
  const lines: Array<string> = [prefix]
  for (const [index, item] of items.entries()) {
    const last = lines.at(-1) ?? ''
    const text = index === items.length - 1 ? item : `${item}, `
    if (last.length + text.trimEnd().length > 80 && last.trim() !== '') lines.push(' '.repeat(prefix.length) + text)
    else lines[lines.length - 1] = last + text
  }
  return lines.map((line) => line.trimEnd())
}

function recoveryHeading(paint: Paint): string {
  const columns = `${'execution'.padStart(12)}${'90 % interval'.padStart(16)}${'holds'.padStart(7)}`
  const others = `${'influence'.padStart(12)}${'90 % interval'.padStart(16)}${'holds'.padStart(7)}`
  return `${paint('bold', 'What one play recovers')} (mean estimate, and how often the interval holds)\n${'true'.padStart(6)}${columns}${others}`
}

function recoveryRow({ player, recovered }: Tested): string {
  return `${String(player.ability).padStart(6)}${recovery(recovered.execution)}${recovery(recovered.influence)}`
}

function recovery({ mean, low, high, holds }: Recovered): string {
  const interval = `${decimals(low)} to ${decimals(high)}`
  return `${decimals(mean).padStart(12)}${interval.padStart(16)}${(holds === null ? '' : percent(holds)).padStart(7)}`
}

function warnings(endings: ReadonlyArray<string>, choices: Playtested['untakenChoices'], paint: Paint): Array<string> {
  return [
    ...endings.map((id) => paint('yellow', `! No learner and no policy met the ending ${id}.`)),
    ...choices.map(({ decision, choice }) => paint('yellow', `! Nobody took ${choice} in ${decision}.`)),
  ]
}

function row(name: string, cells: ReadonlyArray<string>): string {
  const start = name.length < NAME ? name.padEnd(NAME) : `${name}\n${' '.repeat(NAME)}`
  return start + cells.map((cell) => cell.padStart(CELL)).join('')
}

function ratings({ execution, influence }: { execution: number | null; influence: number | null }): string {
  return [execution === null ? '' : `E${execution}`, influence === null ? '' : `I${influence}`]
    .filter((part) => part !== '')
    .join(' ')
}

/** Never "-0.00". */
function decimals(value: number): string {
  return (Math.round(value * 100) / 100 + 0).toFixed(2)
}

function percent(share: number): string {
  return Number.isFinite(share) ? `${Math.round(share * 100) + 0} %` : '-'
}

function sum(counts: ReadonlyMap<string, number> | undefined): number {
  return [...(counts?.values() ?? [])].reduce((total, count) => total + count, 0)
}
