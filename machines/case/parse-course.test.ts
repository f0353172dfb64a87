import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseCourse } from './parse-course.ts'

const shipped = readFileSync('content/courses/run-it-lead-it/index.mdx', 'utf8')

test('the shipped course has eight cases, and a lens of ten items with weights of eleven on execution and ten on influence', () => {
  const { course, problems } = parseCourse(shipped)
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
])('a course with %j replaced by %j has one problem', (before, after, message) => {
  const { course, problems } = parseCourse(shipped.replace(before, after))
  expect(course).toBeNull()
  expect(problems.map((problem) => `${problem.rule} ${problem.message}`)).toEqual([`frontmatter/invalid ${message}`])
})

test('a course without front matter is told so', () => {
  expect(parseCourse('Prose.').problems).toMatchObject([{ rule: 'frontmatter/invalid', line: 1 }])
})
