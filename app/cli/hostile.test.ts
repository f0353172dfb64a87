import { existsSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { hostileCases } from '../../tests/fixtures/hostile-cases.ts'
import { aFolder, runCommand } from '../../tests/setup/command.ts'
import { newCaseSource } from '../cases/new-case.ts'

it(
  'answers each hostile file, runs none of their code, and checks every other file',
  { timeout: 600_000 },
  async () => {
    const marker = path.join(aFolder(), 'ran')
    const hostile = hostileCases(marker)
    const good = newCaseSource('A case like any other')
    const files = Object.fromEntries(hostile.map(({ name, bytes }) => [`${name}/index.mdx`, bytes]))
    const cwd = aFolder({ 'a-good-one/index.mdx': good, ...files, 'zz-good-one/index.mdx': good })
    const { status, stdout, stderr } = await runCommand(['check', '--json', '.'], { cwd })
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' })
    expect(existsSync(marker)).toBe(false)
    const { cases } = JSON.parse(stdout)
    const found = new Map<
      string,
      { stats: unknown; problems: Array<{ rule: string; severity: string; message: string }> }
    >(cases.map((checked: { slug: string }) => [checked.slug, checked]))
    for (const slug of ['a-good-one', 'zz-good-one'])
      expect(found.get(slug)?.stats, slug).toMatchObject({ decisions: 3 })
    for (const { name, rule, isSlow } of hostile) {
      const { stats, problems = [] } = found.get(name) ?? {}
      const told = problems.map((problem) => `${problem.rule} ${problem.message}`)
      const rules = problems.filter(({ severity }) => severity === 'error').map((problem) => problem.rule)
      if (isSlow && rules.includes('mdx/too-large')) continue
      if (rule === null) expect(stats, `${name}: ${told.join('; ')}`).not.toBeNull()
      else expect(rules, `${name}: ${told.join('; ')}`).toContain(rule)
    }
  },
)
