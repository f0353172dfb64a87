import { MAX_DEPTH } from './deep-node.ts'

/** So long that acorn, which recurses with every token of some, fits into half of a usual stack. */
const MAX_LENGTH = 4000

/**
 * Pure. Why code is too much to be parsed, or null. Comments at its beginning don't count. Brackets in texts and comments
 * are counted as if they were code, which no sane code has a hundred of.
 */
export function findExcess(source: string): string | null {
  const code = withoutLeadingComments(source)
  // A comment that has not ended yet: acorn stops at once and asks for more.
  if (code.startsWith('/*')) return null
  if (code.length > MAX_LENGTH) return `the code in braces is over ${MAX_LENGTH} characters long`
  let depth = 0
  for (const character of code) {
    if ('([{'.includes(character)) depth += 1
    if (')]}'.includes(character)) depth -= 1
    if (depth > MAX_DEPTH) return `the code in braces is nested over ${MAX_DEPTH} deep`
  }
  return null
}

export function withoutLeadingComments(code: string): string {
  const comment = /\s+|\/\*[\s\S]*?\*\/|\/\/[^\n]*(\n|$)/y
  let end = 0
  while (comment.test(code)) end = comment.lastIndex
  return code.slice(end)
}

export function isOnlyComments(code: string): boolean {
  return withoutLeadingComments(code) === ''
}

/**
 * Pure. Whether code that is not complete may become so with more text after a brace that ended it: that brace is then within
 * brackets, a text or a comment.
 */
export function isOpen(code: string): boolean {
  let depth = 0
  for (const [part] of code.matchAll(
    /\/\*[^]*?(\*\/|$)|\/\/.*|(["'])(?:\\.|(?!\2).)*\2?|`(?:\\[^]|[^`\\])*`?|[([{]|[)\]}]/g,
  )) {
    if (part.startsWith('/*') && !(part.endsWith('*/') && part.length > 3)) return true
    if ('"\'`'.includes(part.charAt(0)) && !(part.length > 1 && part.endsWith(part.charAt(0)))) return true
    if ('([{'.includes(part)) depth += 1
    if (')]}'.includes(part)) depth -= 1
  }
  return depth > 0
}
