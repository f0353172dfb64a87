import { MAX_DEPTH } from './deep-node.ts'
import { linesWithoutCode } from './fences.ts'
import type { Report } from './report.ts'

/**
 * Line ends and marks of Markdown in one paragraph. The Markdown parser compares some of them with each other; this many take
 * it about a second. A table with a thousand rows has fewer.
 */
const MAX_MARKS = 5000

/**
 * Pure. Whether a body can be given to the Markdown parser, whose time grows with the square of some things. What is too
 * much is reported as `mdx/too-large`: quotes and lists within each other over 100 deep, brackets over 100 deep, and
 * paragraphs with over 5,000 marks of Markdown. One pass, which leaves out fenced code. It only saves time: how deep the tree is gets
 * checked exactly when it is there.
 */
export function isReadable(body: string, report: Report): boolean {
  const containers: Array<number> = []
  const paragraph = { marks: 0, brackets: 0 }
  for (const [index, line] of linesWithoutCode(body).entries()) {
    if (endsParagraph(line)) {
      Object.assign(paragraph, { marks: 0, brackets: 0 })
      continue
    }
    const excess = enterContainers(line, containers) ?? countMarks(line, paragraph)
    if (excess === null) continue
    report('mdx/too-large', { line: index + 1, column: 1 }, excess)
    return false
  }
  return true
}

/** An empty line, or one that is a tag. */
function endsParagraph(line: string): boolean {
  return /^\s*(<[^<]*>\s*)?$/.test(line)
}

/** Keeps the columns of the quotes and list items that are open. */
function enterContainers(line: string, columns: Array<number>): string | null {
  const marker = /[ \t]*(>|[-*+](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$))/y
  const indentation = line.search(/[^ \t]/)
  while ((columns.at(-1) ?? -1) >= indentation) columns.pop()
  if (isThematicBreak(line)) return null
  for (let found = marker.exec(line); found !== null; found = marker.exec(line)) {
    columns.push(marker.lastIndex - (found[1]?.length ?? 0))
    if (columns.length > MAX_DEPTH) return `quotes and lists are nested over ${MAX_DEPTH} deep`
  }
  return null
}

function isThematicBreak(line: string): boolean {
  return /^[ \t]*([-*_])[ \t]*(?:\1[ \t]*)*$/.test(line)
}

function countMarks(line: string, paragraph: { marks: number; brackets: number }): string | null {
  paragraph.marks += 1
  for (const [mark] of line.matchAll(/[#$%&*+<=>@[\\\]^_`{}~]/g)) {
    paragraph.marks += 1
    if (mark === '[') paragraph.brackets += 1
    if (mark === ']') paragraph.brackets = Math.max(0, paragraph.brackets - 1)
    if (paragraph.brackets > MAX_DEPTH) return `brackets are nested over ${MAX_DEPTH} deep`
    if (paragraph.marks > MAX_MARKS) break
  }
  return paragraph.marks > MAX_MARKS ? `this paragraph has over ${MAX_MARKS} lines and marks such as * and [` : null
}
