import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { aFolder, runCommand } from '../../tests/setup/command.ts'
import { newCaseSource } from '../cases/new-case.ts'

const counts = z.record(z.string(), z.int())
const recovered = z.strictObject({ mean: z.number(), low: z.number(), high: z.number(), holds: z.number().nullable() })
const result = z.strictObject({
  file: z.string(),
  slug: z.string(),
  hash: z.string(),
  title: z.string(),
  runs: z.int(),
  seed: z.int(),
  nBar: z.number(),
  players: z.array(
    z.strictObject({
      name: z.string(),
      ability: z.number().nullable(),
      gain: z.number().nullable(),
      unfinished: z.int(),
      endings: counts,
      choices: z.record(z.string(), counts),
      recovered: z.strictObject({ execution: recovered, influence: recovered }),
    }),
  ),
  unmetEndings: z.array(z.string()),
  untakenChoices: z.array(z.strictObject({ decision: z.string(), choice: z.string() })),
})

const SOURCE = newCaseSource('A hole in the rota')

function playtest(args: ReadonlyArray<string>, source = SOURCE) {
  return runCommand(['playtest', '.', ...args], { cwd: aFolder({ 'rota/index.mdx': source }) })
}

async function playtestJson(args: ReadonlyArray<string>, source = SOURCE) {
  return result.parse(JSON.parse((await playtest(['--json', ...args], source)).stdout))
}

describe('case playtest', { timeout: 120_000 }, () => {
  it('counts every play and visit, and gains more with ability', async () => {
    const { players, runs, slug, unmetEndings } = await playtestJson(['--runs', '200', '--seed', '7'])
    expect({ runs, slug, unmetEndings }).toEqual({ runs: 200, slug: 'rota', unmetEndings: [] })
    const learners = players.filter(({ ability }) => ability !== null)
    expect(learners.map(({ ability }) => ability)).toEqual([0, 0.5, 1, 1.5, 2])
    for (const { endings, choices } of players) {
      expect(sum(endings)).toBe(200)
      for (const decision of ['monday', 'seven', 'nine']) expect(sum(choices[decision] ?? {})).toBe(200)
    }
    const gains = learners.map(({ gain }) => gain ?? NaN)
    expect(gains).toEqual([...gains].sort((a, b) => a - b))
    const estimates = learners.map(({ recovered: { execution } }) => execution.mean)
    expect(estimates).toEqual([...estimates].sort((a, b) => a - b))
  })

  it('knows what a policy gains', async () => {
    const { players } = await playtestJson(['--runs', '5'])
    const gains = Object.fromEntries(players.map(({ name, gain }) => [name, gain]))
    // The qualities of each decision are 5/8, 5/8 and 0: chance gets 5/12 of them.
    expect(gains['any option']).toBeCloseTo(0, 12)
    expect(gains['highest on both']).toBeCloseTo(1, 12)
    expect(gains['lowest on both']).toBeCloseTo(-2, 12)
    expect(gains['first in the file']).toBeCloseTo(1, 12)
    expect(players.find(({ name }) => name === 'highest execution')?.choices['monday']).toEqual({
      'drop-one': 5,
      'ask-round': 0,
      hope: 0,
    })
  })

  it('plays the same for the same seed, and otherwise for another', async () => {
    const [one, same, other] = await Promise.all([
      playtest(['--seed', '3']),
      playtest(['--seed', '3']),
      playtest(['--seed', '4']),
    ])
    expect(one.stdout).toBe(same.stdout)
    expect(one.stdout).not.toBe(other.stdout)
  })

  it('prints a table on 80 columns', async () => {
    const { status, stdout } = await playtest(['--runs', '50'])
    expect(status).toBe(0)
    for (const line of stdout.split('\n')) expect([...line].length, line).toBeLessThanOrEqual(80)
    expect(stdout).toMatch(/^monday \(met per play\) +100 % /m)
    expect(stdout).toMatch(/^ {2}drop-one E4 I1 +\d+ %/m)
    expect(stdout).toMatch(/^ {2}ready-for-tuesday \(strong\) +\d+ %/m)
    expect(stdout).not.toContain('!')
  })

  it('flags the ending and the choices that nobody met', async () => {
    const rare = ['monday", "hope', 'seven", "let-choose', 'nine", "figures']
      .map((made) => `chose("${made}")`)
      .join(' && ')
    const { stdout } = await playtest(['--runs', '1', '--seed', '1'], SOURCE.replace('trust >= 3', rare))
    expect(stdout).toContain('\n! No learner and no policy met the ending ready-for-tuesday.\n')
  })

  it('plays no case that has an error', async () => {
    expect((await playtest([], SOURCE.replace('goto="nine"', 'goto="ten"'))).status).toBe(1)
  })
})

function sum(of: Record<string, number>): number {
  return Object.values(of).reduce((total, count) => total + count, 0)
}
