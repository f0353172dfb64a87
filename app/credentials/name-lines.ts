/**
 * Pure. A name as it is set: whole, to be broken at its spaces; where one word is wider than a line, cut into lines that each hold
 * as many letters as fit, without a hyphen that is none of its letters.
 */
export function nameLines(name: string, widthOf: (text: string) => number, lineWidth: number): Array<string> {
  if (name.split(' ').every((word) => widthOf(word) <= lineWidth)) return [name]
  const lines = ['']
  for (const { segment } of new Intl.Segmenter('en').segment(name)) {
    const line = `${lines.at(-1) ?? ''}${segment}`
    if (widthOf(line) <= lineWidth) lines[lines.length - 1] = line
    else lines.push(segment)
  }
  return lines
}
