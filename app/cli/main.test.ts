import { describe, expect, it } from 'vitest'
import { aFolder, runCommand } from '../../tests/setup/command.ts'

const COMMANDS = ['new', 'check', 'map', 'play', 'playtest', 'score']

describe('the case command', { timeout: 120_000 }, () => {
  it('lists its commands for --help', async () => {
    const { status, stdout, stderr } = await runCommand(['--help'])
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    for (const command of COMMANDS) expect(stdout).toMatch(new RegExp(`^  ${command} +\\w`, 'm'))
  })

  it.each(COMMANDS)('tells how %s is used', async (command) => {
    for (const args of [
      [command, '--help'],
      [command, 'x', '-h'],
      ['help', command],
    ]) {
      const { status, stdout, stderr } = await runCommand(args)
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
      expect(stdout).toMatch(new RegExp(`^Usage: casewright ${command} `))
      expect(stdout).toContain('Exit status:')
      for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80)
    }
  })

  it.each([
    ['no command', [], 'casewright: expected one of the commands'],
    ['an unknown command', ['chekc'], 'casewright: expected one of the commands'],
    ['a name of the prototype', ['constructor'], 'casewright: expected one of the commands'],
    ['an unknown option', ['check', '--colour'], "casewright check: Unknown option '--colour'"],
    ['a value where none goes', ['check', '--json=yes'], "casewright check: Option '--json' does not take an argument"],
    ['a value that is missing', ['map', 'x', '--svg'], "casewright map: Option '--svg <value>' argument missing"],
    ['an unknown format', ['check', '--format', 'xml'], 'casewright check: --format: expected github, found "xml"'],
    [
      'two formats',
      ['check', '--format', 'github', '--json'],
      'casewright check: expected --json or --format, found both',
    ],
    ['a path that is not there', ['check', 'nowhere'], 'casewright check: nowhere: no such file or folder'],
    ['a path that is not there to play', ['play', 'nowhere'], 'casewright play: nowhere: no such file or folder'],
    ['no path to play', ['play'], 'casewright play: expected the path of a case, found none'],
    ['two paths to play', ['play', 'a', 'b'], 'casewright play: expected the path of one case, found a second: b'],
    [
      'a number that is none',
      ['playtest', 'x', '--runs', '1e3'],
      'casewright playtest: --runs: expected a whole number',
    ],
    ['a number out of bounds', ['playtest', 'x', '--seed', '-1'], 'casewright playtest: '],
    ['a log that is not there', ['score', 'nowhere.json'], 'casewright score: nowhere.json: no such file or folder'],
    ['a slug that is none', ['new', 'Not A Slug'], 'casewright new: expected a slug'],
    ['no slug', ['new'], 'casewright new: expected a slug, found none'],
  ])('answers %s with one line and exit status 2', async (_, args, line) => {
    const { status, stdout, stderr } = await runCommand(args, { cwd: aFolder() })
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(/^[^\n]+\n$/)
    expect(stderr.startsWith(line), stderr).toBe(true)
  })

  it('takes nothing from the folder that it runs in, neither its tsconfig.json nor code that this leads to', async () => {
    const evil = 'throw new Error("ran")'
    const paths = Object.fromEntries(
      ['zod', 'unified', 'yaml', 'syllable', 'flesch-kincaid'].map((name) => [name, ['./evil.js']]),
    )
    const cwd = aFolder({
      'tsconfig.json': JSON.stringify({ compilerOptions: { baseUrl: '.', paths } }),
      'evil.js': evil,
    })
    await runCommand(['new', 'mine'], { cwd })
    const { status, stdout, stderr } = await runCommand(['check'], { cwd })
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toContain('1 file checked: 0 errors')
  })
})
