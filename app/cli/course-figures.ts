import type { CaseFacts } from '../../machines/case/case-facts.ts'
import type { CompetencyId } from '../../machines/case/case.ts'
import { coverageOf } from '../../machines/course/coverage.ts'
import type { Counts } from '../../machines/course/coverage.ts'
import { decisionSharesOf, executionShareOf } from '../../machines/course/decision-shares.ts'
import type { Share } from '../../machines/course/decision-shares.ts'
import { WAYS, waysOfPlaying } from '../../machines/course/ways-of-playing.ts'

type Row = ReadonlyArray<string | number>

/** Pure. What the decisions of a course cover, as four tables: competencies, kinds of decisions, claims, endings. */
export function courseFigures(cases: ReadonlyArray<CaseFacts>): string {
  const heads = cases.map((_, place) => `C${place + 1}`)
  const sections = [
    section(
      'Cases',
      [],
      cases.map(({ case: source }, place) => [`C${place + 1}`, source.title]),
      2,
    ),
    section('Scored decisions, all branches', ['', ...heads, 'total', 'least met'], coverageRows(cases)),
    section('Cases, their decisions and paths', CASE_HEADS, cases.map(caseRow)),
    section('Least met on any path, claimed competencies', [], cases.map(claimRow), 2),
    section('Likeliest ending', ['', ...WAYS], cases.map(wayRow), WAYS.length + 1),
    section('Endings at random', [], cases.map(randomRow), 2),
  ]
  return `${sections.join('\n\n')}\n`
}

function coverageRows(cases: ReadonlyArray<CaseFacts>): Array<Row> {
  const { competencies, tags, decisions } = coverageOf(cases)
  return [
    ...competencies.map(({ competency, least, ...counts }) => countRow(competency, counts, least)),
    countRow('execution tags', tags.execution, ''),
    countRow('influence tags', tags.influence, ''),
    countRow('decisions', decisions, `${decisions.shortest} to ${decisions.longest}`),
  ]
}

function countRow(name: string, { perCase, total }: Counts, least: string | number): Row {
  return [name, ...perCase.map((count) => (count === 0 ? '–' : count)), total, least]
}

/** Shares are of all decisions, then of those on the least favourable path. */
const CASE_HEADS = ['', 'decisions', 'path', 'trade-off', 'poor', 'one best', 'tags', 'variance', 'words', 'endings']

function caseRow(facts: CaseFacts, place: number): Row {
  const { scoredDecisions, longestReading } = facts
  const { tradeOff, poorOption, oneBest } = decisionSharesOf(facts)
  const execution = executionShareOf(facts)
  return [
    `C${place + 1}`,
    coverageOf([facts]).decisions.total,
    `${scoredDecisions?.least.value}–${scoredDecisions?.most.value}`,
    twoShares(tradeOff, tradeOff.leastOnPath),
    twoShares(poorOption, poorOption.leastOnPath),
    twoShares(oneBest, oneBest.mostOnPath),
    percent(execution.tags),
    percent(execution.variance),
    longestReading?.value ?? '',
    facts.case.scenes.filter(({ exit }) => exit.kind === 'ending').length,
  ]
}

function claimRow(facts: CaseFacts, place: number): Row {
  const { competencies } = coverageOf([facts])
  const least = new Map<CompetencyId, number>(competencies.map(({ competency, least: count }) => [competency, count]))
  return [`C${place + 1}`, facts.case.claims.map((claim) => `${claim} ${least.get(claim)}`).join(', ')]
}

function wayRow(facts: CaseFacts, place: number): Row {
  const { likeliest } = waysOfPlaying(facts)
  return [
    `C${place + 1}`,
    ...WAYS.map((way) => {
      const { ending, chance } = likeliest[way]
      return chance > 1 - 1e-9 ? ending : `${ending} ${percent(chance)}`
    }),
  ]
}

function randomRow(facts: CaseFacts, place: number): Row {
  const endings = [...waysOfPlaying(facts).atRandom].sort(([, one], [, other]) => other - one)
  return [`C${place + 1}`, endings.map(([ending, chance]) => `${ending} ${percent(chance)}`).join(', ')]
}

function twoShares({ all }: Share, onPath: number): string {
  return `${percent(all)} / ${percent(onPath)}`
}

function percent(share: number): string {
  return `${(share * 100).toFixed(0)} %`
}

/** Columns as wide as they need to be: the first `left` of them, usually one, set to the left. */
function section(title: string, head: Row, rows: ReadonlyArray<Row>, left = 1): string {
  const all = head.length > 0 ? [head, ...rows] : rows
  const widths = (all[0] ?? []).map((_, column) => Math.max(...all.map((row) => String(row[column]).length)))
  const lines = all.map((row) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0
        return column < left ? String(cell).padEnd(width) : String(cell).padStart(width)
      })
      .join('  ')
      .trimEnd(),
  )
  return [title, ...lines].join('\n')
}
