import { describe, expect, test } from 'vitest'
import { checkCase } from './check-case.ts'
import { informationOf } from './information.ts'
import { decisionScene, steadyCase, times, TRADE_OFF } from '../../tests/fixtures/steady-case.ts'
import type { Ratings } from '../../tests/fixtures/steady-case.ts'
import type { Stats } from './stats.ts'

const UNRATED: Array<Ratings> = [
  [null, null],
  [null, null],
]

function statsIn(source: string): Stats {
  const { stats } = checkCase(source, null)
  if (!stats) throw new Error('Expected a case with figures')
  return stats
}

describe('the figures of a case', () => {
  test('count what is in the file and what can be played', () => {
    const options = TRADE_OFF.map(([execution, influence]) => ({ execution, influence }))
    const { execution, influence } = informationOf(options)
    const stats = statsIn(
      steadyCase({
        decisions: times(3),
        apart: '<Scene id="attic">\n<Ending id="attic" outcome="poor">\nOver.\n</Ending>\n</Scene>',
      }),
    )
    expect(stats).toMatchObject({ scenes: 5, decisions: 3, choices: 12, endings: 2, states: 4, paths: '64' })
    expect(stats.decisionsPerPath).toEqual({ min: 3, max: 3 })
    expect(stats.information.execution.min).toBeCloseTo(3 * execution, 10)
    expect(stats.information.influence.max).toBeCloseTo(3 * influence, 10)
    expect(stats.reachable).toEqual({ scenes: ['s0', 's1', 's2', 'end'], endings: ['done'] })
  })

  test('count every word before the debrief, and the time of the longest path', () => {
    const option = { 0: { text: 'One two three four five six seven eight.', outcome: 'Nine ten.' } }
    const stats = statsIn(
      steadyCase({ decisions: [{ prose: 'Three words here.', question: 'What now?', options: option }] }),
    )
    const words = 3 + 2 + 8 + 2 + 3 * 11 + 4
    expect(stats.words).toBe(words)
    expect(stats.minutesLongestPath).toBeCloseTo(words / 238, 12)
  })

  test('take for the longest path the outcome of one choice only, and the prose that its state shows', () => {
    const options = { 0: { set: 'keen: true', outcome: 'One two three.' }, 1: { outcome: 'One.' } }
    const prose = 'A\n\n<Show if={keen}>\n\nOne two three four five.\n\n</Show>\n\n<Show if={!keen}>\n\nSix.\n\n</Show>'
    const stats = statsIn(steadyCase({ state: '{ keen: false }', decisions: [{ options }, { prose }] }))
    const options4 = 4 * 11
    expect(stats.minutesLongestPath).toBeCloseTo((4 + 4 + options4 + 3 + 1 + 5 + 4 + options4 + 4) / 238, 12)
    expect(stats.words).toBe(4 + 4 + options4 + 4 + 1 + 6 + 4 + options4 + 4)
  })

  test('have no greatest value where a loop makes it endless', () => {
    const stats = statsIn(steadyCase({ decisions: [...times(9), { options: { 0: { goto: 's0' } } }] }))
    expect(stats.paths).toBe('infinite')
    expect(stats.decisionsPerPath).toEqual({ min: 10, max: null })
    expect(stats.information.execution.max).toBeNull()
    expect(stats.minutesLongestPath).toBeNull()
  })

  test('take a loop without a scored decision for no decision more', () => {
    const again = decisionScene('extra', 'end', { ratings: UNRATED, options: { 0: { goto: 'extra' } } })
    const stats = statsIn(steadyCase({ extra: again }))
    expect(stats).toMatchObject({ paths: 'infinite', decisionsPerPath: { min: 10, max: 10 } })
  })

  test('go round such a loop from its best entry to its way out', () => {
    const ways = (near: string, far: string) => ({ ratings: UNRATED, options: { 0: { goto: near }, 1: { goto: far } } })
    const extra = decisionScene('extra', 'y', ways('x', 'y')) + decisionScene('x', 'y', ways('x', 'y'))
    const y = decisionScene('y', 'end', ways('x', 'end'))
    const stats = statsIn(steadyCase({ decisions: [{ options: { 0: { goto: 'y' } } }, ...times(9)], extra: extra + y }))
    expect(stats).toMatchObject({ paths: 'infinite', decisionsPerPath: { min: 1, max: 10 } })
    const onlyByX = steadyCase({
      decisions: [{ options: { 0: { goto: 'y' } } }, ...times(9)],
      extra: decisionScene('extra', 'x', { ratings: UNRATED }) + decisionScene('x', 'y', ways('x', 'y')) + y,
    })
    expect(statsIn(onlyByX).decisionsPerPath).toEqual({ min: 1, max: 10 })
  })

  test('have neither value where no sequence is complete', () => {
    const stats = statsIn(steadyCase({ decisions: [{ options: [0, 1, 2, 3].map(() => ({ goto: 's0' })) }] }))
    expect(stats).toMatchObject({
      paths: '0',
      decisionsPerPath: { min: null, max: null },
      information: { execution: { min: null, max: null } },
    })
  })

  test('say nothing of what can be played where there are too many states', () => {
    const names = Array.from({ length: 24 }, (_, index) => `b${index}`)
    const extra = names
      .map((name, index) =>
        decisionScene(index === 0 ? 'extra' : `x${index}`, index < 23 ? `x${index + 1}` : 'end', {
          ratings: UNRATED,
          options: { 0: { set: `${name}: true` } },
        }),
      )
      .join('\n')
    const source = steadyCase({ state: `{ ${names.map((name) => `${name}: false`).join(', ')} }`, extra })
    const { stats, problems } = checkCase(source, null)
    expect(problems.map(({ rule }) => rule)).toEqual(['graph/too-large'])
    expect(stats).toMatchObject({ scenes: 35, decisions: 34, states: null, paths: null, minutesLongestPath: null })
  })

  test('are not there where the file is no case', () => {
    expect(checkCase('nothing', null)).toMatchObject({ case: null, stats: null })
  })
})
