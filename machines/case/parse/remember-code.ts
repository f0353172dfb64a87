import type { Expression, Options } from 'acorn'

type ReadCode = (code: string, options: Options) => Expression

/** Conditions, effects and levels are short. Longer code is rare and would only fill the memory. */
const MAX_LENGTH = 200

/**
 * A reader that asks `read` once for the same code. In a case, the same few levels and effects stand in a great many places, and
 * the MDX parser comes by most of them twice. The tree and the error are new each time, since the MDX parser writes places into
 * them. Code with a slash may hold a comment, which `read` tells in its options, and is always read anew.
 */
export function rememberCode(read: ReadCode): ReadCode {
  const known = new Map<string, () => Expression>()

  function learn(code: string, options: Options): () => Expression {
    try {
      const expression = read(code, options)
      return () => copyOf(expression)
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error
      const { message } = error
      const details = { ...error }
      return () => {
        throw Object.assign(new SyntaxError(message), details)
      }
    }
  }

  return (code, options) => {
    if (code.length > MAX_LENGTH || code.includes('/')) return read(code, options)
    const answer = known.get(code) ?? learn(code, options)
    known.set(code, answer)
    return answer()
  }
}

function copyOf<T extends object>(node: T): T {
  const copy: T = Array.isArray(node) ? Object.assign([], node) : { ...node }
  for (const key in copy) {
    const value = copy[key]
    if (typeof value === 'object' && value !== null) copy[key] = copyOf(value)
  }
  return copy
}
