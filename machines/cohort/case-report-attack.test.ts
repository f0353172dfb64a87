import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyPicks, attemptBy, branchingCase, studiedCase } from '../../tests/fixtures/branching-case.ts'
import { smallCase } from '../../tests/fixtures/small-cases.ts'
import { reportOf, talliedBy } from '../../tests/fixtures/tallied-cases.ts'
import type { Case } from '../case/case.ts'
import { decisionsOf, DIMENSIONS } from '../case/quality.ts'
import type { Percent } from './attained.ts'
import type { CaseReport } from './case-report.ts'
import type { Shown } from './decision-report.ts'
import { flowNetwork } from './flow-network.ts'
import { protect } from './protect.ts'
import { headingsOf } from './tally.ts'
import type { Tally } from './tally.ts'

describe('someone who adds and subtracts all that is shown', () => {
  test('finds no number of one or two, nor any other that is hidden', () => {
    fc.assert(
      fc.property(branchingCase(), anyPicks({ min: 10, max: 14 }), (source, picks) => {
        const report = reportOf(source, picks)
        if (report === null) throw new Error('Expected a report')
        for (const few of fewShownAsNumbers(report)) throw new Error(`Expected no number of one or two, found ${few}`)
        const truth = reportedTruth(source, picks)
        const fitting = worldsThatFit(source, report, leastHidden(source, talliedBy(source, picks)))
        // One in thousands has too many worlds to try them all.
        fc.pre(fitting !== null)
        for (const [cell, values] of fitting ?? []) {
          // Nobody is there: that nobody is told so is no secret of anyone.
          if (truth.get(cell) !== 0) expect([cell, values.size > 1]).toEqual([cell, true])
        }
      }),
      { numRuns: 300 },
    )
  })

  test('finds every number that is shown to be so', () => {
    fc.assert(
      fc.property(branchingCase(), anyPicks({ min: 10, max: 40 }), (source, picks) => {
        const report = reportOf(source, picks)
        const truth = reportedTruth(source, picks)
        for (const [cell, shown] of cellsOf(source, report)) {
          if (typeof shown === 'number') expect([cell, shown]).toEqual([cell, truth.get(cell)])
        }
      }),
    )
  })

  test('gets a report of any case, with circles too', () => {
    fc.assert(
      fc.property(smallCase(), anyPicks({ min: 10, max: 20 }), (source, picks) => {
        fc.pre(source.scenes.every(({ exit }) => exit.kind !== 'next'))
        const report = reportOf(source, picks)
        if (report !== null) expect([...fewShownAsNumbers(report)]).toEqual([])
      }),
    )
  })
})

function* fewShownAsNumbers(report: CaseReport): Generator<string> {
  const numbers: Array<[string, Shown]> = [
    ...report.scenes.map(({ id, learners }): [string, Shown] => [id, learners]),
    ...report.edges.map(({ from, to, learners }): [string, Shown] => [`${from} ${to}`, learners]),
    ...report.decisions.flatMap(({ id, figures }) =>
      (figures?.options ?? []).flatMap((option): Array<[string, Shown]> => [
        [`${id} ${option.id}`, option.chosen],
        [`${id} ${option.id} worst`, option.namedWorst],
      ]),
    ),
    ...report.decisions.flatMap(({ id, figures }) =>
      (figures?.confidence ?? []).map(({ level, learners }): [string, Shown] => [`${id} ${level}`, learners]),
    ),
  ]
  for (const [name, shown] of numbers) if (shown === 1 || shown === 2) yield name
}

/** What a report shows of scenes, ways and options. Options of which nothing is said are left out. */
function cellsOf(source: Case, report: CaseReport | null): Map<string, Shown> {
  const cells = new Map<string, Shown>()
  for (const { id, learners } of report?.scenes ?? []) cells.set(`in ${id}`, learners)
  for (const { from, to, learners } of report?.edges ?? []) cells.set(`way ${from} ${to}`, learners)
  for (const { id, figures } of report?.decisions ?? []) {
    for (const { id: choice, chosen } of figures?.options ?? []) cells.set(`option ${id} ${choice}`, chosen)
  }
  return cells
}

type Flows = Map<string, number>

/** The numbers as they are. */
function reportedTruth(source: Case, picks: ReadonlyArray<ReadonlyArray<number>>): Flows {
  const studied = studiedCase(source)
  const taken = new Map<string, number>()
  for (const own of picks) {
    for (const { node, choice } of attemptBy(studied, own).answers) {
      taken.set(`${node} ${choice}`, (taken.get(`${node} ${choice}`) ?? 0) + 1)
    }
  }
  return flowsFrom(source, picks.length, (node, choices) =>
    choices.map((choice) => taken.get(`${node} ${choice}`) ?? 0),
  )
}

function flowsFrom(
  source: Case,
  learners: number,
  split: (node: string, choices: Array<string>, visits: number) => Array<number>,
): Flows {
  const flows: Flows = new Map(source.scenes.map(({ id }) => [`in ${id}`, 0]))
  const add = (cell: string, count: number) => flows.set(cell, (flows.get(cell) ?? 0) + count)
  add(`in ${source.start}`, learners)
  for (const { id, exit } of source.scenes) {
    const visits = flows.get(`in ${id}`) ?? 0
    if (exit.kind === 'next') for (const { goto } of exit.ways) pass(goto, visits, id, add)
    if (exit.kind !== 'decision') continue
    const counts = split(
      exit.id,
      exit.choices.map((choice) => choice.id),
      visits,
    )
    for (const [place, choice] of exit.choices.entries()) {
      add(`option ${exit.id} ${choice.id}`, counts[place] ?? 0)
      pass(choice.goto, counts[place] ?? 0, id, add)
    }
  }
  return flows
}

function pass(goto: string, count: number, from: string, add: (cell: string, count: number) => void): void {
  add(`way ${from} ${goto}`, count)
  add(`in ${goto}`, count)
}

/**
 * The least that a hidden number can be. Whoever knows how a report is made knows that it is not "< 3" wherever nothing had to be
 * hidden without a word; behind a scene of one or two everything is.
 */
function leastHidden(source: Case, tally: Tally): (cell: string) => number {
  const arcs = flowNetwork(source, headingsOf(tally))
  const { worlds } = protect(arcs)
  const isFew = (value: number) => value === 1 || value === 2
  const leaves = ([place, by]: [number, number]) => {
    const { kind, value } = arcs[place] ?? { kind: 'untold', value: 0 }
    return kind === 'shown' && (value === 0 || value + by === 0 || isFew(value) !== isFew(value + by))
  }
  const least = worlds.some((world) => [...world].some((move) => leaves(move))) ? 0 : 3
  const fewIn = new Set(
    arcs.flatMap(({ counted, value }) => (counted.kind === 'scene' && isFew(value) ? counted.scene : [])),
  )
  return (cell) => (cell.startsWith('way ') && fewIn.has(cell.split(' ')[1] ?? '') ? 0 : least)
}

/** By trying all numbers of takers that the sums allow: the values that each hidden cell can have. Stops when each has two; null
 * where there are too many to try. */
function worldsThatFit(
  source: Case,
  report: CaseReport,
  least: (cell: string) => number,
): Map<string, Set<number>> | null {
  const shown = cellsOf(source, report)
  const values = new Map(
    [...shown].flatMap(([cell, mark]) => (typeof mark === 'number' ? [] : [[cell, new Set<number>()] as const])),
  )
  const decisions = decisionsOf(source.scenes)
  const tried = new Map<string, Array<number>>()
  let left = 300_000

  function attempt(place: number): boolean {
    if ((left -= 1) < 0) return true
    const flows = flowsFrom(source, report.learners, (node, choices) => tried.get(node) ?? choices.map(() => 0))
    if (!fits(flows, shown, new Set(decisions.slice(place).map(({ id }) => id)), source, least)) return false
    const open = decisions[place]
    if (!open) {
      if (
        report.attained.some(({ competency, share }) => share !== null && !isShareIn(flows, source, competency, share))
      )
        return false
      for (const [cell, found] of values) found.add(flows.get(cell) ?? 0)
      return [...values.values()].every((found) => found.size > 1)
    }
    for (const counts of splits(flows.get(`in ${open.id}`) ?? 0, open.choices.length)) {
      tried.set(open.id, counts)
      if (attempt(place + 1)) return true
    }
    tried.delete(open.id)
    return false
  }

  attempt(0)
  return left < 0 ? null : values
}

/** Whether so much of what was on offer on a competency is taken in a world. Every option of these cases is always on offer. */
function isShareIn(flows: Flows, { scenes }: Case, competency: string, { percent, nearest }: Percent): boolean {
  const sums = { attained: 0, attainable: 0 }
  for (const { id, choices, ...tags } of decisionsOf(scenes)) {
    for (const dimension of DIMENSIONS) {
      if (tags[dimension] !== competency) continue
      const ratings = choices.map((choice) => choice[dimension] ?? 0)
      const lowest = Math.min(...ratings)
      for (const [place, choice] of choices.entries()) {
        const takers = flows.get(`option ${id} ${choice.id}`) ?? 0
        sums.attained += takers * ((ratings[place] ?? 0) - lowest)
        sums.attainable += takers * (Math.max(...ratings) - lowest)
      }
    }
  }
  return percent === nearest * Math.round((100 * sums.attained) / sums.attainable / nearest)
}

/** Whether the flows fit what is shown, as far as they are known: what lies behind an open decision is not. */
function fits(
  flows: Flows,
  shown: ReadonlyMap<string, Shown>,
  open: ReadonlySet<string>,
  source: Case,
  least: (cell: string) => number,
): boolean {
  const known = new Set<string>()
  const unknown = new Set<string>()
  for (const { id, exit } of source.scenes) {
    if (!unknown.has(id)) known.add(`in ${id}`)
    const isOpen = unknown.has(id) || (exit.kind === 'decision' && open.has(exit.id))
    const gotos =
      exit.kind === 'decision'
        ? exit.choices.map(({ goto }) => goto)
        : exit.kind === 'next'
          ? exit.ways.map(({ goto }) => goto)
          : []
    for (const goto of gotos) {
      if (isOpen) unknown.add(goto)
      else known.add(`way ${id} ${goto}`)
    }
    if (exit.kind === 'decision' && !isOpen)
      for (const choice of exit.choices) known.add(`option ${exit.id} ${choice.id}`)
  }
  return [...shown].every(([cell, mark]) => {
    if (!known.has(cell)) return true
    const value = flows.get(cell) ?? 0
    if (typeof mark === 'number') return value === mark
    return mark === 'hidden' ? value >= least(cell) : value === 1 || value === 2
  })
}

/** All ways to split a number in so many parts. */
function* splits(total: number, parts: number): Generator<Array<number>> {
  if (parts === 1) yield [total]
  else
    for (let first = 0; first <= total; first += 1)
      for (const rest of splits(total - first, parts - 1)) yield [first, ...rest]
}
