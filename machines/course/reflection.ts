/** An answer to a question of an ending counts in a course from this many words on. */
export const REFLECTION_WORDS = 30

const words = new Intl.Segmenter('und', { granularity: 'word' })

/** Pure. Whether an answer is long enough, in any language: not every one puts spaces between its words. */
export function isReflected(answer: string): boolean {
  let count = 0
  for (const { isWordLike } of words.segment(answer)) if (isWordLike) count += 1
  return count >= REFLECTION_WORDS
}
