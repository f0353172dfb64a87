import { expect, test } from 'vitest'
import type { Scene } from '../case.ts'
import { sceneMap } from './scene-map.ts'
import { caseOf, decision, ending, literal, next } from '../../../tests/fixtures/small-cases.ts'

const beat = (scene: Scene): Scene => ({ ...scene, prose: [{ kind: 'markdown', nodes: [] }] })

test('a map shows what a learner sees, and leads through routers', () => {
  const map = sceneMap(
    caseOf([
      decision('in', ['router'], ['beat'], ['router']),
      next('router', ['beat', literal(true)], 'second'),
      next('second', 'end'),
      beat(next('beat', 'end')),
      ending('end'),
    ]),
  )
  expect(map.nodes).toEqual([
    { id: 'in', kind: 'decision', title: null },
    { id: 'beat', kind: 'beat', title: null },
    { id: 'end', kind: 'ending', title: null },
  ])
  expect(map.edges).toEqual([
    { from: 'in', to: 'beat', choices: ['a', 'b', 'c'] },
    { from: 'in', to: 'end', choices: ['a', 'c'] },
    { from: 'beat', to: 'end', choices: [] },
  ])
})

test('a router that a case starts with stays in its map', () => {
  const { nodes, edges } = sceneMap(caseOf([next('in', ['a', literal(true)], 'b'), ending('a'), ending('b')]))
  expect(nodes.map(({ kind }) => kind)).toEqual(['router', 'ending', 'ending'])
  expect(edges).toEqual([
    { from: 'in', to: 'a', choices: [] },
    { from: 'in', to: 'b', choices: [] },
  ])
})

test('routers that go round among themselves lead nowhere', () => {
  const { edges } = sceneMap(caseOf([decision('in', ['a'], ['end']), next('a', 'b'), next('b', 'a'), ending('end')]))
  expect(edges).toEqual([{ from: 'in', to: 'end', choices: ['b'] }])
})
