type Point = { line: number; offset?: number }

/** Moves the places of a syntax tree, and of the code in it, down by some lines. Offsets are only moved in positions of Markdown. */
export function shiftPlaces(node: object, lines: number, offset: number): void {
  for (const [key, value] of Object.entries(node)) {
    if (typeof value !== 'object' || value === null) continue
    if (key !== 'position' && key !== 'loc') {
      shiftPlaces(value, lines, offset)
    } else if (isPosition(value)) {
      value.start = shifted(value.start, lines, offset)
      value.end = shifted(value.end, lines, offset)
    }
  }
}

function shifted(point: Point, lines: number, offset: number): Point {
  return { ...point, line: point.line + lines, ...(point.offset !== undefined && { offset: point.offset + offset }) }
}

function isPosition(value: object): value is { start: Point; end: Point } {
  return isPoint('start' in value ? value.start : null) && isPoint('end' in value ? value.end : null)
}

function isPoint(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'line' in value
}
