/** Measured in Inter at weight 400 and rounded up, in ems: a label that is estimated to fit does fit. */
const widths: Array<[letters: string, ems: number]> = [
  ["ijlłI|’‘'", 0.29],
  [' .,:;!·', 0.34],
  ['t()[]/', 0.38],
  ['fr', 0.41],
  ['1“”"-', 0.5],
  ['aksvxyzáàâäãåíìîïžýś?–', 0.58],
  ['cehnoué57EFJLŁøöóòôõüúùûñç', 0.62],
  ['w', 0.86],
  ['mMW—…%@æœÆŒ', 1.02],
]
const emsOf = new Map(widths.flatMap(([letters, ems]) => [...letters].map((letter) => [letter, ems] as const)))

/** How wide a text is at most, in pixels. A heavier weight takes a size that is 6% larger. Pure. */
export function textWidth(text: string, fontSize: number): number {
  let ems = 0
  for (const letter of text) ems += emsOf.get(letter) ?? (/\p{Lu}/u.test(letter) ? 0.78 : 0.66)
  return ems * fontSize
}

/** The text, or as many of its letters as fit with an ellipsis after them; empty where not even three do. Pure. */
export function shorten(text: string, width: number, fontSize: number): string {
  if (textWidth(text, fontSize) <= width) return text
  const letters = [...text]
  for (let length = letters.length - 1; length >= 3; length -= 1) {
    const cut = `${letters.slice(0, length).join('').trimEnd()}…`
    if (textWidth(cut, fontSize) <= width) return cut
  }
  return ''
}

/** The text on one line or two, the second shortened if it has to be. Pure. */
export function twoLines(text: string, width: number, fontSize: number): Array<string> {
  if (textWidth(text, fontSize) <= width) return [text]
  const words = text.split(/\s+/)
  let first = ''
  for (const [place, word] of words.entries()) {
    const longer = first === '' ? word : `${first} ${word}`
    if (textWidth(longer, fontSize) > width) {
      if (first === '') return [shorten(text, width, fontSize)]
      return [first, shorten(words.slice(place).join(' '), width, fontSize)].filter((line) => line !== '')
    }
    first = longer
  }
  return [first]
}

/** The text broken between two words so that the longer line is as short as can be; null for one word. Pure. */
export function balanced(text: string, fontSize: number): [string, string] | null {
  const words = text.split(/\s+/)
  const breaks = words
    .slice(1)
    .map((_, place): [string, string] => [words.slice(0, place + 1).join(' '), words.slice(place + 1).join(' ')])
  const widestOf = ([first, second]: [string, string]) =>
    Math.max(textWidth(first, fontSize), textWidth(second, fontSize))
  return breaks.reduce<[string, string] | null>(
    (best, next) => (best === null || widestOf(next) < widestOf(best) ? next : best),
    null,
  )
}
