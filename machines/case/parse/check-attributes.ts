import type { Place } from '../case.ts'
import { attributeRule, ELEMENTS } from './allowed.ts'
import type { ElementName } from './allowed.ts'
import type { Context } from './context.ts'
import type { Attribute } from './element.ts'
import { readAttribute } from './read-attribute.ts'
import type { Written } from './read-attribute.ts'
import type { MdxElement } from './syntax.ts'

type MdxAttribute = Extract<MdxElement['attributes'][number], { type: 'mdxJsxAttribute' }>

/**
 * Reads the attributes of an element of the language. What is wrong is reported as `mdx/no-spread`,
 * `mdx/unknown-attribute`, `mdx/missing-attribute`, or by `readAttribute`.
 */
export function checkAttributes(
  element: ElementName,
  node: MdxElement,
  place: Place,
  context: Context,
): Map<string, Attribute> {
  const attributes = new Map<string, Attribute>()
  for (const attribute of node.attributes) {
    if (attribute.type !== 'mdxJsxAttribute') continue
    const { name } = attribute
    const rule = attributeRule(element, name)
    const at = attribute.position?.start ?? place
    if (rule === null) {
      const known = Object.keys(ELEMENTS[element].attributes).join(', ') || 'none'
      context.report('mdx/unknown-attribute', at, `<${element}> has no attribute \`${name}\``, `it has: ${known}`)
    } else if (attributes.has(name)) {
      context.report('mdx/attribute-value', at, `\`${name}\` is there twice`)
    } else {
      const value = readAttribute(name, rule.kind, writtenIn(attribute), at, context)
      attributes.set(name, { value, place: { line: at.line, column: at.column } })
    }
  }
  // What a spread holds can't be known: it may have been what is missing.
  if (!reportSpreads(node, place, context)) reportMissing(element, attributes, place, context)
  return attributes
}

/** Reports every `{...code}` among the attributes, also of an element that is not known. Whether there was one. */
export function reportSpreads(node: MdxElement, place: Place, { report, faulty }: Context): boolean {
  const spreads = node.attributes.filter((attribute) => attribute.type === 'mdxJsxExpressionAttribute')
  for (const spread of spreads) {
    const [statement] = spread.data?.estree?.body ?? []
    if (statement?.type === 'ExpressionStatement' && faulty.has(statement.expression)) continue
    report(
      'mdx/no-spread',
      spread.position?.start ?? place,
      'found code in the place of an attribute, expected name="value"',
    )
  }
  return spreads.length > 0
}

function reportMissing(
  element: ElementName,
  attributes: ReadonlyMap<string, Attribute>,
  place: Place,
  { report }: Context,
): void {
  for (const [name, { kind, required }] of Object.entries(ELEMENTS[element].attributes)) {
    if (!required || attributes.has(name)) continue
    const rule = kind === 'alt' ? 'mdx/missing-alt' : 'mdx/missing-attribute'
    report(rule, place, `<${element}> needs the attribute \`${name}\``)
  }
}

function writtenIn({ value }: MdxAttribute): Written {
  if (value === null || value === undefined || typeof value === 'string') return value ?? null
  const statement = value.data?.estree?.body[0]
  return { code: statement?.type === 'ExpressionStatement' ? statement.expression : null }
}
