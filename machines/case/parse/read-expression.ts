import type { ConditionalExpression, Identifier, Literal, Node, SimpleCallExpression, UnaryExpression } from 'estree'
import type { BinaryOperator, Expression } from '../expression.ts'
import type { Context } from './context.ts'
import { MAX_DEPTH } from './deep-node.ts'
import { placeOfSyntax, withoutParentheses } from './estree.ts'

/** `any` as a value's type is a variable's where the front matter could not be read: it fits everything. */
type ValueType = 'integer' | 'boolean' | 'any'

type Typed = { expression: Expression; type: ValueType }

const BINARY: ReadonlyMap<string, { kind: BinaryOperator; takes: ValueType; gives: ValueType }> = new Map([
  ['+', { kind: 'add', takes: 'integer', gives: 'integer' }],
  ['-', { kind: 'subtract', takes: 'integer', gives: 'integer' }],
  ['*', { kind: 'multiply', takes: 'integer', gives: 'integer' }],
  ['<', { kind: 'lt', takes: 'integer', gives: 'boolean' }],
  ['<=', { kind: 'le', takes: 'integer', gives: 'boolean' }],
  ['>', { kind: 'gt', takes: 'integer', gives: 'boolean' }],
  ['>=', { kind: 'ge', takes: 'integer', gives: 'boolean' }],
  ['==', { kind: 'eq', takes: 'any', gives: 'boolean' }],
  ['===', { kind: 'eq', takes: 'any', gives: 'boolean' }],
  ['!=', { kind: 'ne', takes: 'any', gives: 'boolean' }],
  ['!==', { kind: 'ne', takes: 'any', gives: 'boolean' }],
  ['&&', { kind: 'and', takes: 'boolean', gives: 'boolean' }],
  ['||', { kind: 'or', takes: 'boolean', gives: 'boolean' }],
])

const MAX_INTEGER = 1_000_000

/**
 * Pure. Reads an expression that has to give a value of one type from its syntax tree; it is never run. Null where something
 * is wrong, which is then reported as `expression/not-allowed`, `expression/unknown-name`, `expression/type` or, nested over
 * 100 deep, `mdx/too-large`. The scenes and choices that it names are noted in the context, to be looked up later.
 */
export function readExpression(syntax: Node, expected: ValueType, context: Context, depth = 1): Typed | null {
  const node = withoutParentheses(syntax)
  if (depth > MAX_DEPTH) {
    context.report('mdx/too-large', placeOfSyntax(node), `this expression is nested over ${MAX_DEPTH} deep`)
    return null
  }
  const typed = readNode(node, context, depth)
  if (typed === null || typed.type === expected || typed.type === 'any' || expected === 'any') return typed
  const message = `expected ${inWords(expected)}, found ${inWords(typed.type)}`
  context.report('expression/type', placeOfSyntax(node), message)
  return null
}

function readNode(node: Node, context: Context, depth: number): Typed | null {
  switch (node.type) {
    case 'Literal':
      return readLiteral(node, context)
    case 'Identifier':
      return readVariable(node, context)
    case 'CallExpression':
      return readCall(node, context)
    case 'UnaryExpression':
      return readUnary(node, context, depth)
    case 'BinaryExpression':
    case 'LogicalExpression':
      return readBinary(node, context, depth)
    case 'ConditionalExpression':
      return readConditional(node, context, depth)
    default:
      return refuse(node, context)
  }
}

function readLiteral(node: Literal, context: Context): Typed | null {
  const { value, raw = '' } = node
  if (typeof value === 'boolean') return { expression: { kind: 'literal', value }, type: 'boolean' }
  const isDecimal = /^(0|[1-9][0-9]*)$/.test(raw)
  if (typeof value === 'number' && isDecimal && value <= MAX_INTEGER) {
    return { expression: { kind: 'literal', value }, type: 'integer' }
  }
  return refuse(node, context)
}

function readVariable(node: Identifier, context: Context): Typed | null {
  const { name } = node
  if (name === 'visited' || name === 'chose') return refuse(node, context)
  const type = context.variables === null ? 'any' : context.variables.get(name)
  if (type) return { expression: { kind: 'variable', name }, type }
  const hint = 'variables are declared under `state` in the front matter'
  context.report('expression/unknown-name', placeOfSyntax(node), `there is no variable \`${name}\``, hint)
  return null
}

function readCall(node: SimpleCallExpression, context: Context): Typed | null {
  const callee = node.callee.type === 'Identifier' ? node.callee.name : null
  const [first, second, ...rest] = node.arguments.map(readText)
  const place = placeOfSyntax(node)
  if (callee === 'visited' && node.arguments.length === 1 && first != null) {
    context.mentions.push({ kind: 'visited', scene: first, place })
    return { expression: { kind: 'visited', scene: first }, type: 'boolean' }
  }
  if (callee === 'chose' && rest.length === 0 && first != null && second != null) {
    context.mentions.push({ kind: 'chose', decision: first, choice: second, place })
    return { expression: { kind: 'chose', decision: first, choice: second }, type: 'boolean' }
  }
  return refuse(node, context)
}

function readText(syntax: Node): string | null {
  const node = withoutParentheses(syntax)
  return node.type === 'Literal' && typeof node.value === 'string' ? node.value : null
}

function readUnary(node: UnaryExpression, context: Context, depth: number): Typed | null {
  if (node.operator !== '!' && node.operator !== '-') return refuse(node, context)
  const type = node.operator === '!' ? 'boolean' : 'integer'
  const operand = readExpression(node.argument, type, context, depth + 1)
  if (operand === null) return null
  return { expression: { kind: node.operator === '!' ? 'not' : 'minus', operand: operand.expression }, type }
}

function readBinary(
  node: Extract<Node, { type: 'BinaryExpression' | 'LogicalExpression' }>,
  context: Context,
  depth: number,
): Typed | null {
  const operator = BINARY.get(node.operator)
  if (!operator) return refuse(node, context)
  const { kind, takes, gives } = operator
  const left = readExpression(node.left, takes, context, depth + 1)
  const right = readExpression(node.right, takes === 'any' ? (left?.type ?? 'any') : takes, context, depth + 1)
  if (left === null || right === null) return null
  return { expression: { kind, left: left.expression, right: right.expression }, type: gives }
}

function readConditional(node: ConditionalExpression, context: Context, depth: number): Typed | null {
  const test = readExpression(node.test, 'boolean', context, depth + 1)
  const yes = readExpression(node.consequent, 'any', context, depth + 1)
  const no = readExpression(node.alternate, yes?.type ?? 'any', context, depth + 1)
  if (test === null || yes === null || no === null) return null
  return {
    expression: { kind: 'if', test: test.expression, consequent: yes.expression, alternate: no.expression },
    type: yes.type === 'any' ? no.type : yes.type,
  }
}

function refuse(node: Node, context: Context): null {
  const hint =
    'allowed are decimal integers up to 1,000,000, true, false, variables, visited("scene"), chose("decision", "choice"), ' +
    '+ - *, unary -, ! && ||, == != === !== < <= > >=, ? : and parentheses'
  const message = `found ${found(node)}, which conditions and values can't hold`
  context.report('expression/not-allowed', placeOfSyntax(node), message, hint)
  return null
}

function inWords(type: ValueType): string {
  return type === 'boolean' ? 'true or false' : 'an integer'
}

function found(node: Node): string {
  if ('operator' in node) return `the operator \`${node.operator}\``
  if (node.type === 'Literal') return `\`${(node.raw ?? '').slice(0, 40)}\``
  return `code of the kind “${node.type.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()}”`
}
