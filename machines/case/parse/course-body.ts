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

/**
 * Pure. The body of a course: prose as in a scene, without `Show`, since a course has no state. `images` are the paths of the images
 * beside it, null where they are not known. Null where it can't be read; what is wrong is reported under the rules `mdx/*`.
 */
export function readCourseBody(body: string, images: ReadonlySet<string> | null, report: Report): Prose | null {
  const parsed = isReadable(body, report) ? mdxTree(body, report) : null
  if (parsed === null) return null
  const { tree, faulty } = parsed
  const context: Context = { report, variables: new Map(), images, faulty, mentions: [] }
  checkCode(tree, context)
  checkAddresses(tree, context)
  return readProse(checkElements(lift(tree.children, START_OF_FILE), 'course', context).children)
}
