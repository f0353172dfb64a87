import fc from 'fast-check'
import { expect, test } from 'vitest'
import { caseOf, decision, ending, next } from '../../tests/fixtures/small-cases.ts'
import type { Case, Scene } from '../case/case.ts'
import { compareRuns, partingOf } from './compare-runs.ts'
import { playerOf } from './replay.ts'
import type { Player, Standing } from './replay.ts'

function beat(id: string, goto: string): Scene {
  return { ...next(id, goto), prose: [{ kind: 'markdown', nodes: [] }] }
}

/** After the first decision a way with a beat and one with a decision; both pass a router and meet in `talk`. */
const player = playerOf(
  caseOf([
    decision('one', ['walk'], ['call'], ['leave']),
    beat('walk', 'way'),
    decision('call', ['way'], ['leave']),
    next('way', 'talk'),
    decision('talk', ['good'], ['poor'], ['one']),
    ending('good'),
    ending('poor'),
    ending('leave'),
  ]),
)

function run(...choices: Array<string>): Standing {
  return choices.reduce((standing, choice) => {
    const chosen = player.choose(standing, choice)
    if (!chosen) throw new Error(`Expected "${choice}" to be possible in "${standing.state.scene}"`)
    return chosen
  }, player.start)
}

/** The pairs by the names of their scenes, as "walk|call"; a dash where one run saw nothing. */
function told(first: Standing, second: Standing) {
  const { parting, pairs, meeting } = compareRuns(player.stepper, first, second)
  const name = ({ visits }: Standing, visit: number | null) =>
    visit === null ? '-' : (visits[visit]?.state.scene ?? '?')
  return {
    parting,
    pairs: pairs.map((pair) => `${name(first, pair.first)}|${name(second, pair.second)}`),
    meeting: meeting && name(first, meeting.first),
  }
}

test.each([
  ['two ways that meet', ['a', 'a'], ['b', 'a', 'b'], 0, ['one|one', 'walk|call', 'talk|talk', 'good|poor'], 'talk'],
  ['two ways that never meet', ['a', 'a'], ['c'], 0, ['one|one', 'walk|leave', 'talk|-', 'good|-'], null],
  ['ways that meet in the ending alone', ['b', 'b'], ['c'], 0, ['one|one', 'call|-', 'leave|leave'], 'leave'],
  ['a parting at the last decision', ['a', 'a'], ['a', 'b'], 2 + 1, ['talk|talk', 'good|poor'], null],
  ['a second round in one of them', ['a', 'c', 'c'], ['a', 'a'], 3, ['talk|talk', 'one|good', 'leave|-'], null],
])('%s', (_, first, second, parting, pairs, meeting) => {
  expect(told(run(...first), run(...second))).toEqual({ parting, pairs, meeting })
  expect(told(run(...second), run(...first)).pairs).toHaveLength(pairs.length)
})

test('runs with the same choices never part', () => {
  expect(told(run('a', 'a'), run('a', 'a'))).toEqual({ parting: null, pairs: [], meeting: null })
})

test('a run that has not chosen otherwise yet has not parted', () => {
  expect(partingOf(run('a', 'a').visits, run('a').visits)).toBeNull()
  expect(partingOf(run('a', 'a').visits, player.start.visits)).toBeNull()
  expect(partingOf(run('a', 'a').visits, run('b').visits)).toBe(0)
})

test('each run is told whole and in its order, scenes in common stand together, and the meeting is the first of them', () => {
  fc.assert(
    fc.property(aWindingCase(), picks(), picks(), (source, some, others) => {
      const winding = playerOf(source)
      const { stepper } = winding
      const [first, second] = [walk(winding, some), walk(winding, others)]
      const { parting, pairs, meeting } = compareRuns(stepper, first, second)
      const scene = ({ visits }: Standing, visit: number) => visits[visit]?.state.scene
      if (parting === null) {
        expect(pairs).toEqual([])
        return
      }
      const isSeen = (standing: Standing) => (visit: number) => {
        const { exit, prose } = stepper.scene(scene(standing, visit) ?? '')
        return visit >= parting && (exit.kind !== 'next' || prose.length > 0)
      }
      expect(pairs.flatMap((pair) => pair.first ?? [])).toEqual([...first.visits.keys()].filter(isSeen(first)))
      expect(pairs.flatMap((pair) => pair.second ?? [])).toEqual([...second.visits.keys()].filter(isSeen(second)))
      expect(first.visits.slice(0, parting)).toEqual(second.visits.slice(0, parting))
      const together = pairs
        .slice(1)
        .filter((pair) => pair.first !== null && pair.second !== null)
        .filter((pair) => scene(first, pair.first ?? -1) === scene(second, pair.second ?? -1))
      expect(meeting).toEqual(together[0] ?? null)
      const [ones, twos] = [first, second].map((standing) =>
        [...standing.visits.keys()]
          .filter((visit) => visit > parting && isSeen(standing)(visit))
          .map((visit) => scene(standing, visit) ?? ''),
      )
      expect(together).toHaveLength(mostInCommon(ones ?? [], twos ?? []))
    }),
    { numRuns: 400 },
  )
})

function picks(): fc.Arbitrary<Array<number>> {
  return fc.array(fc.nat(5), { maxLength: 7 })
}

/** Six scenes: decisions lead anywhere, beats and routers only onward, so that nothing goes round without a choice. */
function aWindingCase(): fc.Arbitrary<Case> {
  const ids = Array.from({ length: 6 }, (_, place) => `s${place}`)
  const scenes = ids.slice(0, -1).map((id, place) => {
    const ways = fc.array(fc.constantFrom(...ids), { minLength: 2, maxLength: 4 })
    const onward = fc.constantFrom(...ids.slice(place + 1))
    return fc.oneof(
      { weight: 4, arbitrary: ways.map((gotos) => decision(id, ...gotos.map((goto): [string] => [goto]))) },
      { weight: 2, arbitrary: onward.map((goto) => beat(id, goto)) },
      { weight: 1, arbitrary: onward.map((goto) => next(id, goto)) },
    )
  })
  return fc.tuple(...scenes).map((made) => caseOf([...made, ending('s5')]))
}

function walk(made: Player, chosen: ReadonlyArray<number>): Standing {
  return chosen.reduce((standing, pick) => {
    const offered = made.stepper.offered(standing.state)
    const choice = offered[pick % Math.max(1, offered.length)]
    return (choice && made.choose(standing, choice.id)) ?? standing
  }, made.start)
}

/** The length of a longest common subsequence, by its definition. */
function mostInCommon(ones: ReadonlyArray<string>, twos: ReadonlyArray<string>): number {
  const [one, ...rest] = ones
  if (one === undefined || twos.length === 0) return 0
  const place = twos.indexOf(one)
  const taken = place < 0 ? 0 : 1 + mostInCommon(rest, twos.slice(place + 1))
  return Math.max(taken, mostInCommon(rest, twos))
}
