import type { BinaryOperator, Expression } from './expression.ts'

const OPERATORS: Record<BinaryOperator, { sign: string; binding: number }> = {
  or: { sign: '||', binding: 1 },
  and: { sign: '&&', binding: 2 },
  eq: { sign: '==', binding: 3 },
  ne: { sign: '!=', binding: 3 },
  lt: { sign: '<', binding: 4 },
  le: { sign: '<=', binding: 4 },
  gt: { sign: '>', binding: 4 },
  ge: { sign: '>=', binding: 4 },
  add: { sign: '+', binding: 5 },
  subtract: { sign: '-', binding: 5 },
  multiply: { sign: '*', binding: 6 },
}
const UNARY = 7

/** Pure. An expression as an author would write it, with no more parentheses than it needs. */
export function expressionText(expression: Expression, around = 0): string {
  const { text, binding } = written(expression)
  return binding < around ? `(${text})` : text
}

function written(expression: Expression): { text: string; binding: number } {
  switch (expression.kind) {
    case 'literal':
      return { text: String(expression.value), binding: UNARY + 1 }
    case 'variable':
      return { text: expression.name, binding: UNARY + 1 }
    case 'visited':
      return { text: `visited("${expression.scene}")`, binding: UNARY + 1 }
    case 'chose':
      return { text: `chose("${expression.decision}", "${expression.choice}")`, binding: UNARY + 1 }
    case 'not':
      return { text: `!${expressionText(expression.operand, UNARY)}`, binding: UNARY }
    case 'minus':
      return { text: `-${expressionText(expression.operand, UNARY + 1)}`, binding: UNARY }
    case 'if': {
      const [test, then, otherwise] = [expression.test, expression.consequent, expression.alternate].map((part) =>
        expressionText(part, 1),
      )
      return { text: `${test} ? ${then} : ${otherwise}`, binding: 0 }
    }
    default: {
      const { sign, binding } = OPERATORS[expression.kind]
      const [left, right] = [expressionText(expression.left, binding), expressionText(expression.right, binding + 1)]
      return { text: `${left} ${sign} ${right}`, binding }
    }
  }
}
