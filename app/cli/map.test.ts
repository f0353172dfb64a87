import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { aFolder, runCommand } from '../../tests/setup/command.ts'
import { newCaseSource } from '../cases/new-case.ts'

const SOURCE = newCaseSource('Rota & <hole>')
const STUCK = SOURCE.replaceAll('goto="evening"', 'goto="evening" if={trust > 0}')

describe('case map', { timeout: 120_000 }, () => {
  it('outlines every scene with its ways out, ratings, conditions and effects', async () => {
    const { status, stdout } = await runCommand(['map', '.'], { cwd: aFolder({ 'index.mdx': SOURCE }) })
    expect(status).toBe(0)
    expect(stdout).toContain(`monday “The hole in the rota” (start, decision, prioritisation, listening)
  drop-one  E4 I1  → seven  {trust: trust - 1}
  ask-round E1 I4  → seven  {trust: trust + 1, asked: true}
  hope      E0 I0  → seven
`)
    expect(stdout).toContain('evening (router)\n  → well-done  if trust >= 3\n  → done\n')
    expect(stdout).toContain('done “Over for today” (ending, mixed)\n')
  })

  it('shows where a problem is, of a case that can be read', async () => {
    const { status, stdout } = await runCommand(['map', '.'], { cwd: aFolder({ 'index.mdx': STUCK }) })
    expect(status).toBe(0)
    expect(stdout).toMatch(/^nine “A quarter to nine”[^!]*^ {2}! error line \d+: graph\/dead-end /m)
  })

  it('draws a picture that stands alone and names everything', async () => {
    const cwd = aFolder({ 'index.mdx': STUCK })
    const { status, stdout } = await runCommand(['map', '.', '--svg', 'map.svg'], { cwd })
    expect({ status, stdout }).toEqual({ status: 0, stdout: 'map.svg is written.\n' })
    const svg = readFileSync(path.join(cwd, 'map.svg'), 'utf8')
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" viewBox="0 0 \d+ \d+"/)
    expect(svg).toContain('Rota &amp; &lt;hole&gt;')
    for (const id of ['monday', 'seven', 'nine', 'evening', 'well-done', 'done'])
      expect(svg).toMatch(new RegExp(`>${id}( \\(start\\))?<`))
    for (const id of ['drop-one', 'ask-round', 'hope', 'assign', 'figures']) expect(svg).toContain(`>${id}`)
    expect(svg).toContain('graph/dead-end')
    expect(svg).not.toMatch(/<script|href=|NaN|undefined/)
  })

  it('prints the picture for -', async () => {
    const { stdout } = await runCommand(['map', '.', '--svg', '-'], { cwd: aFolder({ 'index.mdx': SOURCE }) })
    expect(stdout).toMatch(/^<svg [\s\S]*<\/svg>\n$/)
  })

  it('prints the problems of a case that can’t be read, and ends with status 1', async () => {
    const { status, stdout, stderr } = await runCommand(['map', '.'], { cwd: aFolder({ 'index.mdx': `${SOURCE}<b>` }) })
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toMatch(/^index\.mdx:\d+:\d+ mdx\//)
  })

  it('says where a picture can’t be written', async () => {
    const { status, stderr } = await runCommand(['map', '.', '--svg', 'no/map.svg'], {
      cwd: aFolder({ 'index.mdx': SOURCE }),
    })
    expect(status).toBe(2)
    expect(stderr).toMatch(/^casewright map: no\/map\.svg: no such file or folder [^\n]*\n$/)
  })
})
