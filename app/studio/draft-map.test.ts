import { expect, test } from 'vitest'
import { parseCase } from '../../machines/case/parse-case.ts'
import { aCaseSource } from '../../tests/fixtures/case-makers.ts'
import { hostileCases } from '../../tests/fixtures/hostile-cases.ts'
import { draftMap } from './draft-map.ts'

test('a case with thousands of scenes is told as a list instead of drawn', () => {
  const many = hostileCases('/nowhere').find(({ name }) => name === 'many-scenes')
  const { case: source } = parseCase(new TextDecoder().decode(many?.bytes), null)
  if (!source) throw new Error('Expected a case')
  const { drawings, map, lines } = draftMap(source)
  expect(drawings).toBeNull()
  expect(map.nodes).toHaveLength(4_001)
  expect(lines['s0']).toBeGreaterThan(1)
}, 60_000)

test('a case of a few scenes is drawn', () => {
  const { case: source } = parseCase(aCaseSource(), null)
  expect(source && draftMap(source).drawings?.across.nodes).not.toHaveLength(0)
})
