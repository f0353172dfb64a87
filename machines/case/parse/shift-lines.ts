/** Moves the places of a syntax tree, and of the code in it, down by some lines. Only where things begin; nobody asks for the ends. */
export function shiftLines(node: object, lines: number): void {
  for (const [key, value] of Object.entries(node)) {
    if (typeof value !== 'object' || value === null) continue
    if (key !== 'position' && key !== 'loc') shiftLines(value, lines)
    else if (isPosition(value)) value.start = { ...value.start, line: value.start.line + lines }
  }
}

function isPosition(value: object): value is { start: { line: number } } {
  return 'start' in value && typeof value.start === 'object' && value.start !== null && 'line' in value.start
}
