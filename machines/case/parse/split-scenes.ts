/** A stretch of a body, and how many lines stand before it. */
export type Part = { text: string; linesBefore: number }

/**
 * Pure. Cuts a body into parts that may be parsed one by one: each ends with a line `</Scene>` and an empty one, and the next begins with
 * `<Scene`. What is defined in one part (`[a]: …`, `[^a]: …`) could be meant in another, so a body with definitions stays whole.
 * Whether such a line really ends a scene, and not code in a fence, is known when its part has been parsed: see `endsWithScene`.
 */
export function splitScenes(body: string): Array<Part> {
  if (body.includes(']:')) return [{ text: body, linesBefore: 0 }]
  const parts: Array<Part> = []
  let linesBefore = 0
  let text = ''
  for (const scene of body.split(/^(?=<Scene[\s>])/m)) {
    text += scene
    if (!/\n<\/Scene>\n\n+$/.test(scene.slice(-100))) continue
    parts.push({ text, linesBefore })
    linesBefore += text.split('\n').length - 1
    text = ''
  }
  if (text !== '' || parts.length === 0) parts.push({ text, linesBefore })
  return parts
}
