type Fence = { marker: string; indentation: number }

const OPENING = /^([ \t]*(?:(?:>|[-*+]|\d{1,9}[.)])[ \t]*)*)(`{3,}(?=[^`]*$)|~{3,})/

/**
 * Pure. The lines of a body, with those of fenced code empty. Where it can't be sure, a line counts as text.
 */
export function linesWithoutCode(body: string): Array<string> {
  let fence: Fence | null = null
  return body.split('\n').map((line) => {
    if (fence !== null && !isLeft(line, fence)) {
      if (isClosing(line, fence)) fence = null
      return ''
    }
    fence = openingOf(line)
    return fence === null ? line : ''
  })
}

function openingOf(line: string): Fence | null {
  const [, before = '', marker] = OPENING.exec(line) ?? []
  return marker === undefined ? null : { marker, indentation: before.length }
}

function isClosing(line: string, { marker }: Fence): boolean {
  const rest = line.replace(/^[ \t>]*/, '').trimEnd()
  return rest.length >= marker.length && rest === marker.charAt(0).repeat(rest.length)
}

/** A line that begins before the fence did ends the quote or the list item that the fence is in. */
function isLeft(line: string, { indentation }: Fence): boolean {
  const begins = line.search(/[^ \t>]/)
  return begins !== -1 && begins < indentation
}
