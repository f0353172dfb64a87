import type { Case, Place, Scene, Variable } from './case.ts'
import { readCaseDetails } from './parse/case-details.ts'
import type { CaseDetails } from './parse/case-details.ts'
import { checkAddresses } from './parse/check-addresses.ts'
import { checkCode } from './parse/check-code.ts'
import { checkElements } from './parse/check-elements.ts'
import { checkReferences } from './parse/check-references.ts'
import type { Context } from './parse/context.ts'
import type { Element } from './parse/element.ts'
import { splitFrontMatter } from './parse/front-matter.ts'
import { lift } from './parse/lift.ts'
import { mdxTree } from './parse/mdx-tree.ts'
import { readScene } from './parse/read-scene.ts'
import { isReadable } from './parse/nesting.ts'
import { START_OF_FILE, startReport } from './parse/report.ts'
import type { Report } from './parse/report.ts'
import { readVariables } from './parse/variables.ts'
import { readYaml } from './parse/yaml-data.ts'
import { hasErrors, sortProblems } from './problem.ts'
import type { Problem } from './problem.ts'
import { findSourceProblem, normaliseSource } from './source.ts'

/**
 * Pure. Reads a case from its MDX source, of which nothing is ever run; no text makes it throw. All problems are
 * reported, in the order of the source, under the rules `mdx/*`, `frontmatter/*`, `scene/*`, `ending/*`, `decision/*`,
 * `choice/*`, `next/*` and `expression/*`; `case` is null where one of them is an error. `images` are the paths, relative to
 * the case's folder, of the image files that are there; null if that is not to be checked. See `authoring.md`.
 */
export function parseCase(
  text: string,
  images: ReadonlySet<string> | null,
): { case: Case | null; problems: Array<Problem> } {
  const fault = findSourceProblem(text)
  if (fault) return { case: null, problems: [fault] }
  const { report, problems } = startReport()
  const { yaml, yamlLine, body } = splitFrontMatter(normaliseSource(text), report)
  const header = yaml === null ? null : readHeader(yaml, yamlLine, report)
  const scenes = body === null ? null : readBody(body, header, images, report)
  const found = header && scenes ? assemble(header, scenes) : null
  return { case: hasErrors(problems) ? null : found, problems: sortProblems(problems) }
}

type Header = { details: CaseDetails | null; variables: Array<Variable> | null; startPlace: Place }

function readHeader(yaml: string, line: number, report: Report): Header | null {
  const data = readYaml(yaml, line, report)
  if (data === null) return null
  return {
    details: readCaseDetails(data, report),
    variables: readVariables(data, report),
    startPlace: data.placeOf(['start']),
  }
}

function readBody(
  body: string,
  header: Header | null,
  images: ReadonlySet<string> | null,
  report: Report,
): Array<Scene> | null {
  const parsed = isReadable(body, report) ? mdxTree(body, report) : null
  if (parsed === null) return null
  const { tree, faulty } = parsed
  const kinds = header?.variables?.map(({ name, kind }): [string, Variable['kind']] => [name, kind])
  const context: Context = { report, variables: kinds ? new Map(kinds) : null, images, faulty, mentions: [] }
  checkCode(tree, context)
  checkAddresses(tree, context)
  const { children, isIncomplete } = checkElements(lift(tree.children, START_OF_FILE), 'file', context)
  const elements = children.filter((child): child is Element => child.kind === 'element')
  if (elements.length === 0 && !isIncomplete) {
    report('scene/none', START_OF_FILE, 'the file has no scene, expected at least one <Scene>')
  }
  const scenes = elements.map((element) => readScene(element, context))
  const start = header?.details?.start
  checkReferences(elements, isIncomplete, start ? { id: start, place: header.startPlace } : null, context)
  return scenes
}

function assemble({ details, variables }: Header, scenes: Array<Scene>): Case | null {
  const [first] = scenes
  if (!details || !variables || !first) return null
  return { ...details, start: details.start ?? first.id, variables, scenes }
}
