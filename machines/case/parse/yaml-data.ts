import { Composer, isAlias, isMap, isNode, isPair, isScalar, isSeq, LineCounter, Parser, visit } from 'yaml'
import type { Document, Node } from 'yaml'
import type { Place } from '../case.ts'
import { START_OF_FILE } from './report.ts'
import type { Report } from './report.ts'
import { hasDeepBrackets, isTooDeep } from './yaml-depth.ts'

/** Plain data from YAML, and where in the file a value's key (or a list's item) stands. */
export type YamlData = { data: unknown; placeOf: (path: ReadonlyArray<PropertyKey>) => Place }

const MAX_ALIASES = 10

/** A mebibyte takes the library ten seconds, and no front matter of people is a tenth of this. */
const MAX_LENGTH = 200_000

/**
 * Pure. Reads YAML 1.2 (core schema, no tags, at most ten aliases, unique keys that are text). `firstLine` is the line of
 * the file on which it begins. Null where it can't be read, which is then reported as `frontmatter/invalid` or, where it is
 * nested over 100 deep, as `mdx/too-large`.
 */
export function readYaml(yaml: string, firstLine: number, report: Report): YamlData | null {
  if (yaml.length > MAX_LENGTH) {
    report('mdx/too-large', START_OF_FILE, `the front matter is over ${MAX_LENGTH} characters long`)
    return null
  }
  const lines = new LineCounter()
  const tokens = hasDeepBrackets(yaml) ? null : [...new Parser(lines.addNewLine).parse(yaml)]
  if (tokens === null || isTooDeep(tokens)) {
    report('mdx/too-large', START_OF_FILE, 'the front matter is nested over 100 deep')
    return null
  }
  const composer = new Composer({ version: '1.2', schema: 'core', uniqueKeys: true, prettyErrors: false })
  const [document, second] = [...composer.compose(tokens, true, yaml.length)]
  const placeOf = (offset: number): Place => {
    const { line, col } = lines.linePos(offset)
    return { line: line + firstLine - 1, column: col }
  }
  const checks = document ? [findDirectives(yaml), findErrors(document), findSecond(second), findRefused(document)] : []
  const faults = checks.find((found) => found.length > 0) ?? []
  for (const fault of faults) report('frontmatter/invalid', placeOf(fault.offset), fault.message)
  if (!document || faults.length > 0) return null
  const data = toData(document, report)
  const root = document.contents
  return (
    data && {
      data: data.value,
      placeOf: (path) => {
        const offset = offsetOf(root, path)
        return offset === null ? START_OF_FILE : placeOf(offset)
      },
    }
  )
}

/** Aliases of aliases may multiply to more than the library puts up with. */
function toData(document: Document.Parsed, report: Report): { value: unknown } | null {
  try {
    return { value: document.toJS({ maxAliasCount: MAX_ALIASES }) }
  } catch (error) {
    report('frontmatter/invalid', START_OF_FILE, `this is not YAML that can be read: ${String(error)}`)
    return null
  }
}

type Fault = { offset: number; message: string }

/** `%YAML 1.1` would change what the rest means. */
function findDirectives(yaml: string): Array<Fault> {
  const found = /^%.*$/m.exec(yaml)
  return found ? [{ offset: found.index, message: 'a YAML directive (`%…`) is not allowed' }] : []
}

/** The first error, from which others tend to follow, or every repeated key. */
function findErrors({ errors }: Document.Parsed): Array<Fault> {
  const [error] = errors.filter(({ code }) => code !== 'DUPLICATE_KEY')
  if (error) return [{ offset: error.pos[0], message: `this is not YAML: ${error.message}` }]
  return errors.map(({ pos }) => ({ offset: pos[0], message: 'this key is there twice' }))
}

function findSecond(document: Document.Parsed | undefined): Array<Fault> {
  return document ? [{ offset: document.range[0], message: 'a second YAML document begins here' }] : []
}

/** Tags, aliases beyond the tenth, and keys that are no plain text. */
function findRefused(document: Document.Parsed): Array<Fault> {
  const faults: Array<Fault> = []
  let aliases = 0
  visit(document, (_key, node) => {
    if (isPair(node)) {
      const fault = refusedKey(node.key)
      if (fault) faults.push(fault)
    }
    if (!isNode(node)) return
    if (isAlias(node)) {
      aliases += 1
      if (!node.resolve(document))
        faults.push({ offset: startOf(node), message: `there is no anchor \`&${node.source}\`` })
      if (aliases === MAX_ALIASES + 1)
        faults.push({ offset: startOf(node), message: 'there are over ten aliases (`*…`)' })
    } else if (node.tag) {
      faults.push({ offset: startOf(node), message: `a YAML tag (\`${node.tag}\`) is not allowed` })
    }
  })
  return faults
}

function refusedKey(key: unknown): Fault | null {
  if (isScalar(key) && key.tag === undefined && typeof key.value === 'string') {
    // Assigning to it would not make a key, and schemas pass it over.
    return key.value === '__proto__' ? { offset: startOf(key), message: 'there is no key `__proto__`' } : null
  }
  return isNode(key) ? { offset: startOf(key), message: 'a key must be text' } : null
}

/** The offset of the key, or of the list's item, at the end of a path; of the last one there is where the path leaves off. */
function offsetOf(root: Node | null, path: ReadonlyArray<PropertyKey>): number | null {
  let node: unknown = root
  let offset: number | null = null
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && item.key.value === step)
      if (!pair || !isNode(pair.key)) break
      offset = startOf(pair.key)
      node = pair.value
    } else if (isSeq(node)) {
      node = node.items[Number(step)]
      if (isNode(node)) offset = startOf(node)
    }
  }
  return offset
}

function startOf(node: Node): number {
  return node.range?.[0] ?? 0
}
