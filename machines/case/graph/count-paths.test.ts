import { describe, expect, test } from 'vitest'
import type { Case } from '../case.ts'
import { stepperOf } from '../step.ts'
import { completePaths } from './complete-paths.ts'
import { countPaths } from './count-paths.ts'
import { explore } from './explore.ts'
import {
  add,
  boolean,
  caseOf,
  decision,
  ending,
  integer,
  less,
  literal,
  next,
  not,
  variable,
} from '../../../tests/fixtures/small-cases.ts'

function countIn(source: Case): string {
  const graph = explore(stepperOf(source))
  if (graph.kind === 'too-large') throw new Error('Expected a graph that can be explored')
  return countPaths(completePaths(graph)).toString()
}

describe('the number of complete sequences of choices', () => {
  test.each<[name: string, source: Case, expected: string]>([
    ['one where nothing is chosen', caseOf([next('in', 'end'), ending('end')]), '1'],
    ['two choices to one scene are two', caseOf([decision('in', ['end'], ['end']), ending('end')]), '2'],
    [
      'beats and routers add none',
      caseOf([decision('in', ['a'], ['b']), next('a', 'b'), next('b', 'end'), ending('end')]),
      '2',
    ],
    [
      'what stops in a dead end does not count',
      caseOf([decision('in', ['end'], ['off']), stuck('off'), ending('end')]),
      '1',
    ],
    ['no ending at all', caseOf([next('in', 'in')]), '0'],
    ['a loop that can be left', caseOf([decision('in', ['in'], ['end']), ending('end')]), 'infinite'],
    [
      'a loop that can not be left is on no complete way',
      caseOf([decision('in', ['round'], ['end']), next('round', 'round'), ending('end')]),
      '1',
    ],
    [
      'a loop in the story that the state allows twice only',
      caseOf(
        [decision('in', ['in', { if: less('n', 2), set: [add('n', 1)] }], ['end']), ending('end')],
        [integer('n', 0, 5)],
      ),
      '3',
    ],
  ])('%s', (_, source, expected) => {
    expect(countIn(source)).toBe(expected)
  })

  test('is exact with as many digits as it takes', () => {
    const scenes = Array.from({ length: 400 }, (_, index) =>
      decision(`s${index}`, [`s${index + 1}`], [`s${index + 1}`], [index % 10 === 0 ? 'out' : `s${index + 1}`]),
    )
    const stages = Array.from({ length: 400 }, (_, index) => BigInt(index))
    const expected = stages.reduceRight((after, stage) => (stage % 10n === 0n ? 2n * after + 1n : 3n * after), 1n)
    expect(countIn(caseOf([...scenes, next('out', 'end'), ending('s400'), ending('end')]))).toBe(expected.toString())
  })
})

describe('exploring', () => {
  test('stops above the limit and not at it', () => {
    const source = caseOf(
      [decision('in', ['end', { set: [add('n', 1)] }], ['end']), ending('end')],
      [integer('n', 0, 9)],
    )
    expect(explore(stepperOf(source), 3)).toMatchObject({ kind: 'graph', size: 3 })
    expect(explore(stepperOf(source), 2)).toMatchObject({ kind: 'too-large', limit: 2 })
  })

  test('keeps apart values of wide bounds, over as many words as they need', () => {
    const names = Array.from({ length: 12 }, (_, index) => `n${index}`)
    const steps = names.map((name, index) =>
      decision(
        `s${index}`,
        [`s${index + 1}`, { set: [{ name, value: literal(-1000) }] }],
        [`s${index + 1}`, { set: [{ name, value: literal(1000) }] }],
      ),
    )
    const source = caseOf(
      [...steps, ending('s12')],
      names.map((name) => integer(name, -1000, 1000, 7)),
    )
    const graph = explore(stepperOf(source))
    if (graph.kind === 'too-large') throw new Error('Expected a graph that can be explored')
    expect(graph.size).toBe(2 ** 13 - 1)
    const last = graph.stateAt(graph.size - 1)
    expect(last.values.every((value) => Math.abs(value) === 1000)).toBe(true)
  })

  test('gives up a case of 30 booleans within ten seconds of processor time', () => {
    const scenes = Array.from({ length: 30 }, (_, index) =>
      decision(
        `s${index}`,
        [`s${(index + 1) % 30}`, { set: [{ name: `b${index}`, value: not(variable(`b${index}`)) }] }],
        [`s${(index + 1) % 30}`],
      ),
    )
    const start = process.cpuUsage()
    const variables = Array.from({ length: 30 }, (_, index) => boolean(`b${index}`))
    expect(explore(stepperOf(caseOf(scenes, variables))).kind).toBe('too-large')
    expect(process.cpuUsage(start).user / 1_000).toBeLessThan(10_000)
  })
})

/** A decision that offers nothing. */
function stuck(id: string) {
  return decision(id, ['end', { if: literal(false) }], ['end', { if: literal(false) }])
}
