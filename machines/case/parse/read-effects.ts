import type { Node, Property } from 'estree'
import type { Expression } from '../expression.ts'
import type { Context } from './context.ts'
import { placeOfSyntax } from './estree.ts'
import { readExpression } from './read-expression.ts'

type Effect = { name: string; value: Expression }

/**
 * Pure. Reads `{ name: value, … }`: plain names, each once, with new values that keep the variable's type. Null where
 * something is wrong, which is then reported under `expression/*`.
 */
export function readEffects(node: Node, context: Context): Array<Effect> | null {
  if (node.type !== 'ObjectExpression') {
    const message = 'expected new values for variables, `{{ name: value }}`'
    context.report('expression/not-allowed', placeOfSyntax(node), message)
    return null
  }
  const names = new Set<string>()
  const effects = node.properties.map((property) => {
    const name = readName(property)
    const isRepeated = name !== null && names.has(name)
    if (name === null || property.type !== 'Property' || isRepeated) {
      const message = isRepeated
        ? `\`${name}\` is set twice`
        : 'expected `name: value` with the plain name of a variable'
      context.report('expression/not-allowed', placeOfSyntax(property), message)
      return null
    }
    names.add(name)
    return readEffect(name, property, context)
  })
  const readable = effects.filter((effect) => effect !== null)
  return readable.length === effects.length ? readable : null
}

function readEffect(name: string, property: Property, context: Context): Effect | null {
  const type = context.variables === null ? 'any' : context.variables.get(name)
  if (!type) {
    const hint = 'variables are declared under `state` in the front matter'
    context.report('expression/unknown-name', placeOfSyntax(property), `there is no variable \`${name}\``, hint)
  }
  const value = readExpression(property.value, type ?? 'any', context)
  return type && value ? { name, value: value.expression } : null
}

function readName(property: Node): string | null {
  if (property.type !== 'Property' || property.kind !== 'init') return null
  const { key, computed, method, shorthand } = property
  return key.type === 'Identifier' && !computed && !method && !shorthand ? key.name : null
}
