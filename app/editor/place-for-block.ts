/**
 * Pure. Where a block of its own can be written near a place of a text: after the place's line, and never before the first scene,
 * where nothing may stand but the front matter. Offsets from 0.
 */
export function placeForBlock(text: string, near: number): number {
  const first = /<Scene\b[^>]*>/.exec(text)
  const from = Math.max(near, first === null ? 0 : first.index + first[0].length)
  const end = text.indexOf('\n', from)
  return end === -1 ? text.length : end
}
