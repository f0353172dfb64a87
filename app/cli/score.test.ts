import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { scoreLog } from '../../machines/score/score.ts'
import { manyLoggedDecisions } from '../../tests/fixtures/log-makers.ts'
import { aFolder, runCommand } from '../../tests/setup/command.ts'

const LOG = { role: null, decisions: manyLoggedDecisions(60) }
const JSON_LOG = JSON.stringify(LOG)

describe('case score', { timeout: 120_000 }, () => {
  it('prints the whole result in full precision, from standard input or a file', async () => {
    const cwd = aFolder({ 'log.json': `\uFEFF${JSON_LOG}` })
    const [piped, read] = await Promise.all([
      runCommand(['score', '--json'], { cwd, input: JSON_LOG }),
      runCommand(['score', 'log.json', '--json'], { cwd }),
    ])
    expect(piped).toEqual({ status: 0, stderr: '', stdout: `${JSON.stringify(scoreLog(LOG), null, 2)}\n` })
    expect(read).toEqual(piped)
  })

  it('prints a table for people', async () => {
    const { status, stdout } = await runCommand(['score'], { input: JSON_LOG })
    expect(status).toBe(0)
    expect(stdout).toMatch(/^execution +\d+ +\d+ to +\d+ +\d+ in \d+ {3}\S/m)
    expect(stdout).toMatch(/^ {2}delegation /m)
    expect(stdout).toContain('Emphasis: ')
    for (const line of stdout.split('\n')) expect(line.length, line).toBeLessThanOrEqual(100)
  })

  it.each([
    ['no JSON', '{', 'log: expected JSON, found '],
    ['nothing', '', 'log: expected JSON, found '],
    ['no log', '[]', 'log: expected an object, found a list'],
    [
      'a pick that is no option',
      JSON_LOG.replace(/"best":\d/, '"best":4'),
      'decisions[0].best: expected the index of one of 4 options, found 4',
    ],
  ])('refuses %s with one line and status 1', async (_, input, reason) => {
    const { status, stdout, stderr } = await runCommand(['score', '--json'], { input })
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr.startsWith(`casewright score: standard input: the log is refused: ${reason}`), stderr).toBe(true)
    expect(stderr).toMatch(/^[^\n]+\n$/)
  })

  it('refuses every log that must be refused', async () => {
    const { refused } = JSON.parse(readFileSync('tests/fixtures/measurement-vectors.json', 'utf8'))
    const [first] = refused
    expect((await runCommand(['score'], { input: JSON.stringify(first.log) })).status).toBe(1)
  })
})
