/** Pure. The id of the scene in which an offset of a text lies, however broken the rest of it; null before the first one. */
export function sceneAt(text: string, offset: number): string | null {
  const before = text.slice(0, offset)
  const line = text.slice(offset).split('\n', 1)[0] ?? ''
  const starts = [...(before + line).matchAll(/^<Scene\b[^>\n]*?\bid="([a-z0-9-]*)"/gm)]
  return starts.at(-1)?.[1] ?? null
}

/** Pure. The same for a line, from 1; one past the end lies in the last scene. */
export function sceneOnLine(text: string, line: number): string | null {
  return sceneAt(text, text.split('\n').slice(0, line).join('\n').length)
}
