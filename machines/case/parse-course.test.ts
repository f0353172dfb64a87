import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { aCourseSource } from '../../tests/fixtures/course-makers.ts'
import { parseCourse } from './parse-course.ts'

const shipped = readFileSync('content/courses/run-it-lead-it/index.mdx', 'utf8')

test('the shipped course has eight cases, and a lens of ten items with weights of eleven on execution and ten on influence', () => {
  const { course, problems } = parseCourse(shipped, null)
  expect(problems).toEqual([])
  expect(course?.modules.flatMap(({ cases }) => cases)).toHaveLength(8)
  const items = course?.lens.items ?? []
  expect(items).toHaveLength(10)
  expect(items.reduce((sum, { execution }) => sum + execution, 0)).toBe(11)
  expect(items.reduce((sum, { influence }) => sum + influence, 0)).toBe(10)
})

test.each([
  ['about: stage', 'about: mood', '`lens.items.8.about`: expected `role`, `failure` or `stage`'],
  ['order: sequential', 'order: any', '`order`: expected `sequential` or `free`'],
  ['execution: 2', 'execution: 3', '`lens.items.0.execution`: expected a weight of 0, 1 or 2'],
  ['    - seldom\n', '', '`lens.scale`: expected five labels'],
  ['order: sequential\n', '', 'the key `order` is missing'],
  ['order: sequential\n', 'order: free\nprice: 40\n', 'there is no key `price`'],
  ['all-cases, ', 'plan, ', '`completion`: expected each thing once'],
  [
    'lens-before, lens-after, all-cases, reflections, plan',
    '',
    '`completion`: expected at least one thing that completion takes',
  ],
])('a course with %j replaced by %j has one problem', (before, after, message) => {
  const { course, problems } = parseCourse(shipped.replace(before, after), null)
  expect(course).toBeNull()
  expect(problems.map((problem) => `${problem.rule} ${problem.message}`)).toEqual([`frontmatter/invalid ${message}`])
})

test.each<[string, string, string]>([
  ['an element of a case', '<Scene id="a">\n\nText.\n\n</Scene>', 'mdx/misplaced <Scene> may not stand in a course'],
  ['what depends on a state', '<Show if={true}>Now.</Show>', 'mdx/misplaced <Show> may not stand in a course'],
  ['a heading of the first level', '# Big', 'mdx/misplaced found a heading of level 1, expected level 3 or below'],
  ['HTML', '<b>Bold</b>', 'mdx/raw-html <b> is HTML, expected Markdown or an element of the language'],
  ['code', 'It is {1 + 1}.', 'mdx/no-expression found braces in the text, which is where no code may be'],
  ['an import', "import fs from 'fs'", 'mdx/no-import found an import, expected text: nothing here is code'],
  ['a link to script', '[Here](javascript:alert(1))', 'mdx/unsafe-url a link may not lead to `javascript:alert(1)`'],
  [
    'an element without what it needs',
    '<Document>\n\nText.\n\n</Document>',
    'mdx/missing-attribute <Document> needs the attribute `title`',
  ],
])(
  '%s in the body of a course is told with its place, and the head can be judged all the same',
  (_, body, expected) => {
    const { course, head, problems } = parseCourse(aCourseSource({ body }), null)
    expect(course).toBeNull()
    expect(head?.course.title).toBe('A course')
    expect(problems.map(({ rule, message }) => `${rule} ${message}`)).toEqual([expected])
    expect(problems[0]?.line).toBe(aCourseSource().split('\n').length - 1)
  },
)

test('the body of a course is prose as in a scene', () => {
  const body = '### Order\n\n- One **by** one.\n\n<Aside title="Note">\n\nAt your own pace.\n\n</Aside>'
  const { course, problems } = parseCourse(aCourseSource({ body }), null)
  expect(problems).toEqual([])
  expect(course?.body.map(({ kind }) => kind)).toEqual(['markdown', 'aside'])
})

test('a course shows the pictures beside it, and one that is not there is told', () => {
  const body = '<Figure src="plan.png" alt="A plan of eight weeks" />\n\nSee ![The order](img/order.png).'
  const { course, problems } = parseCourse(aCourseSource({ body }), new Set(['plan.png', 'img/order.png']))
  expect(problems).toEqual([])
  expect(course?.body).toMatchObject([
    { kind: 'figure', src: 'plan.png', alt: 'A plan of eight weeks' },
    { kind: 'markdown' },
  ])
  expect(parseCourse(aCourseSource({ body }), new Set(['plan.png'])).problems).toMatchObject([
    { rule: 'mdx/missing-image', severity: 'error' },
  ])
  const outside = aCourseSource({ body: '![A plan](../plan.png)' })
  expect(parseCourse(outside, null).problems).toMatchObject([{ rule: 'mdx/unsafe-url' }])
})

test('no body at all is no fault, and a file that ends in its front matter is told so', () => {
  expect(parseCourse(aCourseSource({ body: '' }), null)).toMatchObject({ problems: [], course: { body: [] } })
  expect(parseCourse('---\ntitle: A\n', null).course).toBeNull()
})

test('a course without front matter is told so', () => {
  expect(parseCourse('Prose.', null).problems).toMatchObject([{ rule: 'frontmatter/invalid', line: 1 }])
})
