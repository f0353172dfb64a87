import type { CST } from 'yaml'
import { MAX_DEPTH } from './deep-node.ts'

/**
 * Pure. Whether YAML is nested over 100 deep. It does not recurse, unlike what makes data of these tokens: an overflow of the
 * stack there ends the whole process, where it hits the compiler of regular expressions.
 */
export function isTooDeep(tokens: ReadonlyArray<CST.Token>): boolean {
  const open = tokens.map((token) => ({ token, depth: 0 }))
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.depth > MAX_DEPTH) return true
    for (const token of within(next.token)) open.push({ token, depth: next.depth + 1 })
  }
  return false
}

function within(token: CST.Token): Array<CST.Token> {
  if (token.type === 'document') return token.value ? [token.value] : []
  if (!('items' in token)) return []
  return token.items.flatMap(({ key, value }) => [key, value]).filter((child) => child !== null && child !== undefined)
}

/** Pure. Whether brackets are nested over 100 deep, at a glance: reading a million of them takes seconds. */
export function hasDeepBrackets(yaml: string): boolean {
  let depth = 0
  for (const [bracket] of yaml.matchAll(/[[\]{}]/g)) {
    depth = '[{'.includes(bracket) ? depth + 1 : Math.max(0, depth - 1)
    if (depth > MAX_DEPTH) return true
  }
  return false
}
