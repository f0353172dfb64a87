import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { COMPETENCIES, type CompetencyId } from '../case/case.ts'
import type { Role } from './log.ts'
import { type OpenCase, prospectsOf } from './next-case.ts'
import { Refusal } from './read-json.ts'
import { scoreLog } from './score.ts'

type Vectors = {
  tolerance: number
  logs: Array<{ name: string; about: string; log: unknown; expected: unknown }>
  refused: Array<{ name: string; log: unknown }>
  next: Array<{
    name: string
    question: { role: Role | null; mean: Record<CompetencyId, number>; covariance: number[][]; cases: Array<OpenCase> }
    expected: unknown
  }>
}

const vectors: Vectors = JSON.parse(
  readFileSync(new URL('../../tests/fixtures/measurement-vectors.json', import.meta.url), 'utf8'),
)

for (const { name, about, log, expected } of vectors.logs) {
  test(`the log "${name}" has the result that was worked out apart from this code (${about})`, () => {
    expect(differences(scoreLog(log), expected)).toEqual([])
  })
}

for (const { name, log } of vectors.refused) {
  test(`the log "${name}" is refused as a whole`, () => {
    expect(() => scoreLog(log)).toThrow(Refusal)
  })
}

for (const { name, question, expected } of vectors.next) {
  test(`the question "${name}" for the next case has the answer that was worked out apart from this code`, () => {
    const belief = { mean: COMPETENCIES.map((id) => question.mean[id]), covariance: question.covariance.flat() }
    const prospects = prospectsOf(belief, question.role, question.cases)
    const candidates = prospects.map(({ slug, gain, share, miss }) => [slug, { gain, share, miss }])
    const answer = { next: prospects[0]?.slug ?? null, candidates: Object.fromEntries(candidates) }
    expect(differences(answer, expected)).toEqual([])
  })
}

/** Where two JSON values differ: numbers by more than the tolerance, everything else at all. */
function differences(found: unknown, expected: unknown, place = ''): Array<string> {
  if (typeof found === 'number' && typeof expected === 'number') {
    const isClose = Math.abs(found - expected) <= vectors.tolerance * Math.max(1, Math.abs(expected))
    return isClose ? [] : [`${place}: expected ${expected}, found ${found}`]
  }
  if (isObject(found) && isObject(expected)) {
    const keys = new Set([...Object.keys(found), ...Object.keys(expected)])
    return [...keys].flatMap((key) => differences(found[key], expected[key], `${place}.${key}`))
  }
  return found === expected ? [] : [`${place}: expected ${String(expected)}, found ${String(found)}`]
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
