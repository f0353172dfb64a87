import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkCase } from '../../machines/case/check-case.ts'
import { aFolder, runCommand } from '../../tests/setup/command.ts'
import { newCaseSource } from '../cases/new-case.ts'

const FILE = 'content/cases/a-rota/index.mdx'

describe('case new', { timeout: 120_000 }, () => {
  it.each(['A rota', 'Yes: "no" # \\ {1} [2] &a *b', '123', 'null', '¿Qué pasa? 👩‍💼'])(
    'writes a case called %s without an error',
    (title) => {
      const { case: source, problems } = checkCase(newCaseSource(title), new Set())
      expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
      expect(source?.title).toBe(title)
    },
  )

  it('writes it where the check looks for it, under a title from the slug', async () => {
    const cwd = aFolder()
    const { status, stdout } = await runCommand(['new', 'a-rota'], { cwd })
    expect({ status, stdout }).toEqual({ status: 0, stdout: `${FILE} is written. Next: casewright check ${FILE}\n` })
    expect(readFileSync(path.join(cwd, FILE), 'utf8')).toBe(newCaseSource('A rota'))
    expect((await runCommand(['check'], { cwd })).status).toBe(0)
  })

  it('takes a title, and leaves alone what is there', async () => {
    const cwd = aFolder()
    await runCommand(['new', 'a-rota', '--title', 'The hole'], { cwd })
    const { status, stderr } = await runCommand(['new', 'a-rota', '--title', 'Another'], { cwd })
    expect(status).toBe(2)
    expect(stderr).toContain(`${FILE}: expected no such file, found one`)
    expect(readFileSync(path.join(cwd, FILE), 'utf8')).toBe(newCaseSource('The hole'))
  })

  it.each(['../out', 'a/b', 'A', 'a_b', '-', 'a--b', 'a'.repeat(65), 'é'])('refuses the slug %s', async (slug) => {
    expect((await runCommand(['new', '--', slug], { cwd: aFolder() })).status).toBe(2)
  })
})
