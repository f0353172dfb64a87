import { expect, test } from 'vitest'
import type { Case } from '../../machines/case/case.ts'
import { playerOf } from '../../machines/play/replay.ts'
import { aCase } from '../../tests/fixtures/case-makers.ts'
import { draftRun } from './draft-run.ts'

const run = (source: Case, choices: Array<string>) => draftRun(() => playerOf(source), choices)

test('a way leads as far as its choices are possible', () => {
  const source = aCase()
  expect(run(source, [])).toMatchObject({ kind: 'rests', possible: 0, standing: { at: { kind: 'decision' } } })
  expect(run(source, ['promise'])).toMatchObject({ kind: 'rests', possible: 1, standing: { at: { kind: 'ending' } } })
  expect(run(source, ['gone', 'promise'])).toMatchObject({ kind: 'rests', possible: 0 })
  expect(run(source, ['options', 'promise'])).toMatchObject({ kind: 'rests', possible: 1 })
})

const withScenes = (scenes: string) => aCase({ scenes })

test.each([
  ['a circle', '<Scene id="a"><Next goto="b" /></Scene><Scene id="b"><Next goto="a" /></Scene>', [], 'a'],
  [
    'a circle after a choice',
    '<Scene id="a"><Decision>\nNow?\n<Choice id="x" goto="b">\nGo there.\n</Choice>\n<Choice id="y" goto="b">\nStay.\n</Choice>\n</Decision></Scene><Scene id="b"><Next goto="b" /></Scene>',
    ['x'],
    'b',
  ],
  [
    'no option that is open',
    '<Scene id="a"><Decision>\nNow?\n<Choice id="x" goto="a" if={promised}>\nGo there.\n</Choice>\n<Choice id="y" goto="a" if={promised}>\nStay.\n</Choice>\n</Decision></Scene>',
    [],
    'a',
  ],
])('%s is told, with its scene', (_what, scenes, choices, scene) => {
  expect(run(withScenes(scenes.replaceAll('><', '>\n<').replaceAll('</Scene>', '\n</Scene>\n\n')), choices)).toEqual({
    kind: 'stuck',
    scene,
  })
})

test('what is no fault of the draft is not hidden', () => {
  expect(() =>
    draftRun(() => {
      throw new RangeError('a fault of ours')
    }, []),
  ).toThrow('a fault of ours')
})
