import { afterEach, describe, expect, it } from 'vitest'
import { hostileCases } from '../../tests/fixtures/hostile-cases.ts'
import { aCaseSource } from '../../tests/fixtures/case-makers.ts'
import { createChecker } from './checker.server.ts'
import type { Checker } from './checker.server.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const PARSE_MS = 2_000
/** Its parse takes several times as long as it is given, on a fast machine too. */
const ENDLESS = bytesOf(
  aCaseSource({ scenes: `<Scene id="a">\n\n${'- a\n\n  b\n\n'.repeat(360)}</Scene>\n\n`.repeat(220) }),
)

let checker: Checker | undefined
afterEach(() => checker?.close())

describe('the checker', { timeout: 180_000 }, () => {
  it('goes on with the next file after one that took too long', async () => {
    checker = createChecker(1, PARSE_MS)
    const [slow, next] = await Promise.all([checker.check(ENDLESS, null), checker.check(bytesOf(aCaseSource()), null)])
    expect(slow.problems.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([
      expect.stringMatching(/^mdx\/too-large: the file was not (parsed|checked) within (\d+ seconds|512 MiB); /),
    ])
    expect(next).toMatchObject({ title: 'Six days late', case: { start: 'monday' }, stats: { decisions: 1 } })
  })

  it('checks several files at a time, each answer going to who asked', async () => {
    checker = createChecker(2)
    const titles = ['one', 'two', 'three', 'four', 'five']
    const sources = titles.map((title) => bytesOf(aCaseSource({ frontMatter: { title } })))
    const checked = await Promise.all(sources.map((source) => checker?.check(source, null)))
    expect(checked.map((answer) => answer?.title)).toEqual(titles)
  })

  it('never throws for what a file holds', async () => {
    checker = createChecker()
    const some = hostileCases('/nonexistent/marker')
      .filter(({ isSlow }) => !isSlow)
      .slice(0, 12)
    for (const { bytes, name } of some)
      expect((await checker.check(bytes, null)).problems.length, name).toBeGreaterThan(0)
  })
})
