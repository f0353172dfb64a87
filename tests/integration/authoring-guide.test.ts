import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { COMPETENCIES } from '../../machines/case/case.ts'
import { checkCase } from '../../machines/case/check-case.ts'
import { ELEMENTS } from '../../machines/case/parse/allowed.ts'
import { at } from '../../machines/case/graph/numbers.ts'
import { parseCase } from '../../machines/case/parse-case.ts'
import { parseCourse } from '../../machines/case/parse-course.ts'
import { RULES } from '../../machines/case/problem.ts'
import { judgeCourse } from '../../machines/course/judge-course.ts'

const GUIDE = readFileSync(new URL('../../content/AUTHORING.md', import.meta.url), 'utf8')

type Example = { mark: string; line: number; text: string }

const EXAMPLES: ReadonlyArray<Example> = Array.from(
  GUIDE.matchAll(/^```mdx *(.*)\n([^]*?)^```$/gm),
  ({ 1: mark = '', 2: text = '', index }) => ({ mark, line: GUIDE.slice(0, index).split('\n').length, text }),
)

/** What stands around an example that is a part of a case, by the mark after `mdx`. */
const FRAMES: Readonly<Record<string, (part: string) => string>> = {
  decision: (part) => framed(part),
  prose: (part) => framed(`${part}\n<Next goto="later" />`),
}

function framed(inner: string): string {
  return `---
title: A part
summary: A part of a case.
role: Team lead
level: middle
setting: Here
minutes: 1
state:
  trust: { start: 2, min: 0, max: 4 }
---

<Scene id="now">

${inner}

</Scene>

<Scene id="later">
<Ending id="end" outcome="mixed">Over.</Ending>
</Scene>
`
}

/** The cells of the table rows in a section, without its heading row. */
function rowsOf(section: number): Array<Array<string>> {
  const [, text = ''] = GUIDE.split(new RegExp(`^## ${section}\\. .*$`, 'm'))
  const [own = ''] = text.split(/^## /m)
  return Array.from(own.matchAll(/^\| (`.*) \|$/gm), ([, row = '']) =>
    row.split(/(?<!\\)\|/).map((cell) => cell.trim()),
  )
}

function withoutTicks(text: string): string {
  return text.replaceAll('`', '')
}

describe('the authoring guide', () => {
  it('marks each of its examples as a whole case, a course, a decision or prose, and has one of each', () => {
    expect(new Set(EXAMPLES.map(({ mark }) => mark))).toEqual(new Set(['case', 'course', ...Object.keys(FRAMES)]))
    expect(GUIDE.match(/^```mdx/gm)).toHaveLength(EXAMPLES.length)
  })

  it.each(EXAMPLES.filter(({ mark }) => mark === 'case'))(
    'has a whole case at line $line without errors',
    ({ text }) => {
      const { problems } = checkCase(text, new Set())
      expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
    },
  )

  it.each(EXAMPLES.filter(({ mark }) => mark in FRAMES))(
    'has a part of a case at line $line that is read',
    (example) => {
      const frame = FRAMES[example.mark]
      expect(frame && parseCase(frame(example.text), null).problems).toEqual([])
    },
  )

  it.each(EXAMPLES.filter(({ mark }) => mark === 'course'))(
    'has a course at line $line without errors, where its cases are there',
    ({ text }) => {
      const { head, problems } = parseCourse(text, null)
      expect(problems).toEqual([])
      const slugs = head?.course.modules.flatMap(({ cases }) => cases) ?? []
      const source = parseCase(at(EXAMPLES, 0).text, null).case
      const cases = new Map(slugs.flatMap((slug) => (source ? [[slug, source] as const] : [])))
      const found = head ? judgeCourse({ ...head, cases }) : []
      expect(found.filter(({ severity }) => severity === 'error')).toEqual([])
      expect(slugs).toHaveLength(2)
    },
  )

  it('names every key of a course', () => {
    const told = rowsOf(10).flatMap(([keys = '']) => withoutTicks(keys).split(', '))
    expect(told).toEqual(['title', 'promise', 'order', 'modules', 'lens', 'completion'])
  })

  it('explains every rule with its severity once, and no other', () => {
    const told = rowsOf(7).map(([rule = '', severity = '']) => `${withoutTicks(rule)} ${severity}`)
    expect(told.toSorted()).toEqual(
      Object.entries(RULES)
        .map(([rule, severity]) => `${rule} ${severity}`)
        .toSorted(),
    )
  })

  it('says of every rule what it means and what to do', () => {
    for (const cells of rowsOf(7)) {
      expect(cells, cells[0]).toHaveLength(4)
      expect(cells, cells[0]).not.toContain('')
    }
  })

  it('names every element with its attributes, a question mark after those that may be left out', () => {
    const told = rowsOf(5).map(([element = '', attributes = '']) => [
      withoutTicks(element),
      withoutTicks(attributes).split(', ').filter(Boolean),
    ])
    const allowed = Object.entries(ELEMENTS).map(([element, { attributes }]) => [
      element,
      Object.entries(attributes).map(([name, { required }]) => (required ? name : `${name}?`)),
    ])
    expect(told).toEqual(allowed)
  })

  it('names every competency', () => {
    for (const competency of COMPETENCIES) expect(GUIDE).toContain(`\`${competency}\``)
  })
})
