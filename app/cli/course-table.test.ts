import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { steadyCase, times } from '../../tests/fixtures/steady-case.ts'
import { aFolder } from '../../tests/setup/command.ts'

const run = promisify(execFile)
const SHIPPED = readFileSync('content/courses/run-it-lead-it/index.mdx', 'utf8')
const MODULES =
  'modules:\n  - { title: One, why: First., cases: [rota] }\n  - { title: Two, why: Then., cases: [desk] }\n'
const COURSE = SHIPPED.replace(/modules:[^]*?(?=lens:)/, MODULES)

/** What `npm run course:table` does, for a course in a folder of its own. */
async function courseTable(files: Record<string, string>) {
  const course = path.join(aFolder(files), 'courses/week/index.mdx')
  return run(process.execPath, ['--import', 'tsx', 'app/cli/course-table.ts', course])
}

describe('the table of a course', { timeout: 60_000 }, () => {
  it('is worked out from its cases, in its order, in columns', async () => {
    const { stdout } = await courseTable({
      'courses/week/index.mdx': COURSE,
      'cases/rota/index.mdx': steadyCase({ decisions: times(3, { influence: 'coaching' }) }),
      'cases/desk/index.mdx': steadyCase({ decisions: times(2) }),
    })
    expect(stdout).toMatch(/^ +C1 {2}C2 {2}total {2}least met$/m)
    expect(stdout).toMatch(/^delegation +3 +2 +5 +5$/m)
    expect(stdout).toMatch(/^trust +– +2 +2 +2$/m)
    expect(stdout).toMatch(/^decisions +3 +2 +5 +5 to 5$/m)
    expect(stdout).toMatch(/^C1 +3 +3–3 +100 % \/ 100 % +100 % \/ 100 % +0 % \/ 0 % +50 % +50 % +\d+ +1$/m)
    expect(stdout).toMatch(/^C2 {2}delegation 2, trust 2$/m)
    expect(stdout).toMatch(/^C2 +done +done +done +done$/m)
    expect(stdout).toMatch(/^C2 {2}done 100 %$/m)
  })

  it('says which case can’t be played and how to see why', async () => {
    const files = { 'courses/week/index.mdx': COURSE, 'cases/rota/index.mdx': 'Not a case.' }
    await expect(courseTable(files)).rejects.toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/expected a case that can be played in \S+rota\S+, .*case -- check/),
    })
  })

  it('says that a file holds no course', async () => {
    await expect(courseTable({ 'courses/week/index.mdx': 'No course.' })).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('expected a course in'),
    })
  })
})
