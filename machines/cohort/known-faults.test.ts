import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { simulateCohort } from '../../tests/fixtures/simulated-cohort.ts'
import type { SimulatedCase } from '../../tests/fixtures/simulated-cohort.ts'
import { parseCase } from '../case/parse-case.ts'
import { caseReport } from './case-report.ts'
import { tallyOfAttempt } from './count-attempt.ts'
import type { OptionReport } from './decision-report.ts'
import { merged } from './tally.ts'

const FOLDER = 'content/cases'

const shipped = readdirSync(FOLDER).map((slug) => {
  const parsed = parseCase(readFileSync(`${FOLDER}/${slug}/index.mdx`, 'utf8'), null).case
  if (!parsed) throw new Error(`Expected ${slug} to be a case`)
  return [slug, parsed] as const
})

/** The options of a case as the report shows them, by "decision choice". */
function optionsOf({ studied, attempts }: SimulatedCase): Map<string, OptionReport> {
  const tallies = attempts.map((attempt) => {
    const tally = tallyOfAttempt(studied, attempt)
    if (tally === null || 'refused' in tally) throw new Error('Expected an attempt that has ended')
    return tally
  })
  const report = caseReport(studied.stepper.case, merged(tallies))
  return new Map(
    (report?.decisions ?? []).flatMap(({ id, figures }) =>
      (figures?.options ?? []).map((option) => [`${id} ${option.id}`, option] as const),
    ),
  )
}

test.each([1, 2, 3])(
  'all miskeyed and dead options are found by 1,000 simulated learners, and at most a twentieth of sound ones flagged (seed %i)',
  (seed) => {
    const cohort = simulateCohort(shipped, { learners: 1000, seed, faults: { miskeyed: 1, dead: 1 } })
    let [sound, flagged] = [0, 0]
    for (const simulated of cohort) {
      const options = optionsOf(simulated)
      const { slug, miskeyed, dead } = simulated
      expect([miskeyed.length, dead.length]).toEqual([1, 1])
      for (const key of miskeyed) expect([slug, key, options.get(key)?.miskeyedOn]).not.toEqual([slug, key, []])
      for (const key of dead) expect([slug, key, options.get(key)?.isDead]).toEqual([slug, key, true])
      const reported = simulated.sound.flatMap((key) => options.get(key) ?? [])
      sound += reported.length
      flagged += reported.filter((option) => option.isDead || option.miskeyedOn.length > 0).length
    }
    expect(sound).toBeGreaterThan(300)
    expect(flagged / sound).toBeLessThanOrEqual(0.05)
  },
  120_000,
)
