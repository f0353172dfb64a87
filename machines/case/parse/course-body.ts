import type { Root } from 'mdast'
import type { Prose } from '../case.ts'
import { checkAddresses } from './check-addresses.ts'
import { checkCode } from './check-code.ts'
import { checkElements } from './check-elements.ts'
import type { Context } from './context.ts'
import { lift } from './lift.ts'
import { mdxTree } from './mdx-tree.ts'
import { isReadable } from './nesting.ts'
import { readProse } from './read-prose.ts'
import { START_OF_FILE } from './report.ts'
import type { Report } from './report.ts'
import { nodesBelow } from './syntax.ts'

/**
 * Pure. The body of a course: prose as in a scene, without `Show`, since a course has no state, and without pictures, since they are
 * kept with the versions of cases alone. Null where it can't be read; what is wrong is reported under the rules `mdx/*`.
 */
export function readCourseBody(body: string, report: Report): Prose | null {
  const parsed = isReadable(body, report) ? mdxTree(body, report) : null
  if (parsed === null) return null
  const { tree, faulty } = parsed
  const context: Context = { report, variables: new Map(), images: null, faulty, mentions: [] }
  checkCode(tree, context)
  reportImages(tree, report)
  checkAddresses(tree, context)
  return readProse(checkElements(lift(tree.children, START_OF_FILE), 'course', context).children)
}

function reportImages(tree: Root, report: Report): void {
  for (const { node, place } of nodesBelow(tree, START_OF_FILE)) {
    if (node.type === 'image' || node.type === 'imageReference')
      report('mdx/misplaced', place, 'a course shows no pictures', 'say it in words, or leave it to a case')
  }
}
