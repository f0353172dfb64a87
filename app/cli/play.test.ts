import { describe, expect, it } from 'vitest'
import { aFolder, runCommand } from '../../tests/setup/command.ts'
import { newCaseSource } from '../cases/new-case.ts'

const SOURCE = newCaseSource('A hole in the rota')

function play(input: ReadonlyArray<string>, source = SOURCE) {
  return runCommand(['play', '.'], {
    cwd: aFolder({ 'index.mdx': source }),
    input: input.map((line) => `${line}\n`).join(''),
  })
}

describe('case play', { timeout: 120_000 }, () => {
  it('plays a case from start to debrief with answers from a pipe', async () => {
    const { status, stdout, stderr } = await play([
      'ask-round',
      'hope',
      'let-choose',
      'load-alone',
      'people',
      'illness',
    ])
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    const told = [
      'A hole in the rota',
      'Two of eight are ill',
      '┌─ E-mail ',
      'From: Dana Osei, operations',
      'What do you do? ask-round',
      'Which would do most harm? hope',
      'They talk. Two of them know a faster way',
      'The two with the faster way stand ready',
      'Team trust: ■■■□ 3',
      'On your way out somebody asks',
      'What did you do first, and what made you do it?',
      'What your decisions showed (ending: ready-for-tuesday, strong)',
      'execution 1 (prioritisation), influence 4 (listening)',
      'Hears the people who know the work',
      'Strongest for execution:',
      'no option was rated lower',
      'Of 3 trade-offs 0 leaned to the work, 3 to the people',
    ]
    let from = 0
    for (const text of told) {
      const at = stdout.indexOf(text, from)
      expect(at, `“${text}” after ${from} of:\n${stdout}`).toBeGreaterThan(-1)
      from = at
    }
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(82)
    expect(stdout).not.toContain('\u001B')
  })

  it('shows what a condition hides only where it holds', async () => {
    const { stdout } = await play(['hope', 'ask-round', 'q'])
    expect(stdout).toContain('The first trailer docks.')
    expect(stdout).not.toContain('The two with the faster way')
    expect(stdout).toMatch(/Stopped before the end\.\n$/)
  })

  it('takes the number of an option, in an order that does not change', async () => {
    const [one, other] = await Promise.all([play(['1', '2']), play(['1', '2'])])
    expect(one.stdout).toBe(other.stdout)
    expect(one.stdout).toMatch(/^ 1 {2}\S/m)
  })

  it('asks again where an answer is none, or one option is named for both', async () => {
    const { stdout } = await play(['9', 'hope', 'hope', 'drop-one'])
    expect(stdout).toContain('Answer with a number from 1 to 3, or q to stop.')
    expect(stdout).toContain('That is the one you chose; take another.')
  })

  it('does not ask for ever', async () => {
    const { status, stderr } = await play(Array.from({ length: 1_000 }, () => 'y'))
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: expect.stringMatching(/^casewright play: expected the number of an option[^\n]*\n$/),
    })
  })

  it('stops where the answers end', async () => {
    const { status, stdout } = await play(['1', '2'])
    expect(status).toBe(0)
    expect(stdout).toMatch(/\nStopped before the end\.\n$/)
  })

  it('asks for no worst of two options, and none where it is switched off', async () => {
    const two = SOURCE.replace(/<Choice id="hope"[\s\S]*?<\/Choice>\n/, '').replace(
      'influence="trust"',
      'influence="trust" worst={false}',
    )
    const { stdout } = await play(['ask-round', 'assign', 'people', 'illness'], two)
    expect(stdout.match(/Which would do most harm\?/g)).toHaveLength(1)
  })

  it('plays no case that has an error', async () => {
    const { status, stdout, stderr } = await play(['1'], SOURCE.replace('goto="nine"', 'goto="ten"'))
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toContain('choice/unknown-target')
  })
})
