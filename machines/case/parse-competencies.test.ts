import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { COMPETENCIES, EXECUTION } from './case.ts'
import { parseCompetencies } from './parse-competencies.ts'

const shipped = readFileSync('content/competencies.yaml', 'utf8')

test('the shipped competencies are those of the scoring model, in its order and of its dimensions', () => {
  const competencies = Object.values(parseCompetencies(shipped))
  expect(competencies.map(({ id }) => id)).toEqual(COMPETENCIES)
  expect(competencies.filter(({ dimension }) => dimension === 'execution').map(({ id }) => id)).toEqual(EXECUTION)
})

test('a competency that is missing or in another place is an error that names both lists', () => {
  expect(() => parseCompetencies(shipped.slice(0, shipped.indexOf('- id: sharing-credit')))).toThrow(
    /Expected the competencies objectives .* sharing-credit, found objectives .* constructive-challenge$/,
  )
})

test('a competency without a name is an error', () => {
  expect(() => parseCompetencies(shipped.replace('  name: Delegating\n', ''))).toThrow(/name/)
})
