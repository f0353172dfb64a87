/** Pure. The ids that a text gives to elements of a kind, in its order, each once. */
export function idsOf(text: string, element: 'Scene' | 'Decision' | 'Choice'): Array<string> {
  const found = [...text.matchAll(new RegExp(`<${element}\\b[^>\\n]*?\\bid="([a-z0-9-]+)"`, 'g'))]
  return [...new Set(found.flatMap(([, id]) => id ?? []))]
}

/** Pure. The names of the variables in a text's front matter, whether they stand in braces or a line each. */
export function variablesIn(text: string): Array<string> {
  const front = /^---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? ''
  const state = /^state:((?:.*)(?:\n[ \t]+.*)*)/m.exec(front)?.[1] ?? ''
  // What a variable is made of (its start, its bounds) stands in braces of its own or further in.
  const flow = /^\s*\{([\s\S]*)\}\s*$/.exec(state)?.[1]
  if (flow !== undefined) return namesIn(flow.replace(/\{[^{}]*\}/g, ''), /([A-Za-z_]\w*)\s*:/g)
  const indent = /\n([ \t]+)/.exec(state)?.[1] ?? ' '
  return namesIn(state, new RegExp(`^${indent}([A-Za-z_]\\w*)\\s*:`, 'gm'))
}

function namesIn(text: string, pattern: RegExp): Array<string> {
  return [...text.matchAll(pattern)].flatMap(([, name]) => name ?? [])
}
