import type { Place } from '../case.ts'
import { START_OF_FILE } from './report.ts'
import type { Report } from './report.ts'

/**
 * The two parts of a source. `yaml` begins on the line `yamlLine`; `body` has empty lines where the front matter was, so that
 * its lines count as in the file. Null where the part can't be told.
 */
type SourceParts = { yaml: string | null; yamlLine: number; body: string | null }

const HINT = 'a file begins with a line `---`, its front matter in YAML, and a second line `---`'

/**
 * Pure. Splits a source at its front matter. What can't be told is reported as `frontmatter/invalid`. Only a bare `---` opens it: some tools take `---js` for a program to run.
 */
export function splitFrontMatter(source: string, report: Report): SourceParts {
  const lines = source.split('\n')
  const open = lines.findIndex((line) => line.trim() !== '')
  const opening = lines[open] ?? ''
  if (!opening.startsWith('---')) {
    report('frontmatter/invalid', START_OF_FILE, 'the file does not begin with front matter', HINT)
    return { yaml: null, yamlLine: 1, body: withoutUnopened(lines).join('\n') }
  }
  const isBare = open === 0 && isFence(opening)
  const place: Place = { line: open + 1, column: 1 }
  if (!isBare) {
    const found = open === 0 ? `\`${opening.trimEnd().slice(0, 40)}\`` : 'an empty line'
    report('frontmatter/invalid', place, `the file begins with ${found}, expected \`---\` alone`, HINT)
  }
  const close = lines.findIndex((line, index) => index > open && isFence(line))
  if (close === -1) {
    if (isBare) report('frontmatter/invalid', place, 'the front matter has no closing `---`', HINT)
    return { yaml: null, yamlLine: 1, body: null }
  }
  const yaml = lines.slice(open + 1, close).join('\n')
  return {
    yaml: isBare ? yaml : null,
    yamlLine: open + 2,
    body: '\n'.repeat(close + 1) + lines.slice(close + 1).join('\n'),
  }
}

/** Where only the opening `---` is missing, what is before the other one is still no text. */
function withoutUnopened(lines: ReadonlyArray<string>): Array<string> {
  const end = lines.findIndex((line) => isFence(line) || line.startsWith('<'))
  const isUnopened = /^[a-z]+:/.test(lines[0] ?? '') && isFence(lines[end] ?? '')
  return lines.map((line, index) => (isUnopened && index <= end ? '' : line))
}

function isFence(line: string): boolean {
  return /^---[ \t]*$/.test(line)
}
