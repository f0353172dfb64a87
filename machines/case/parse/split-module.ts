import { Parser } from 'acorn'
import type { Program } from 'acorn'

/**
 * Pure. A stand-in for the program that a paragraph beginning with `import` or `export` would be: one statement for each
 * line that begins so, with its place. Nothing more is needed of code that is refused as a whole.
 */
export function splitModule(code: string): Program {
  const program = Parser.parse('', { ecmaVersion: 2024, sourceType: 'module' })
  for (const { 1: word, index } of code.matchAll(/^(import|export) /gm)) {
    const [statement] = Parser.parse(`${word} {}${word === 'import' ? ' from ""' : ''}`, {
      ecmaVersion: 2024,
      sourceType: 'module',
    }).body
    if (!statement) continue
    statement.start = index
    statement.end = code.length
    program.body.push(statement)
  }
  program.end = code.length
  return program
}
