import { parseArgs } from 'node:util'
import type { ParseArgsConfig } from 'node:util'
import { UsageError } from './usage-error.ts'

/**
 * Reads the options and arguments of a command.
 * @throws UsageError at an unknown option, or a value that is missing or too much
 */
export function readOptions<const T extends NonNullable<ParseArgsConfig['options']>>(
  args: ReadonlyArray<string>,
  options: T,
) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch (error) {
    if (error instanceof TypeError) throw new UsageError(firstSentence(error.message))
    throw error
  }
}

/**
 * The one path that a command is about.
 * @throws UsageError where there is none, or more than one
 */
export function onlyPath(paths: ReadonlyArray<string>): string {
  const [only, second] = paths
  if (only === undefined) throw new UsageError('expected the path of a case, found none')
  if (second !== undefined) throw new UsageError(`expected the path of one case, found a second: ${second}`)
  return only
}

/**
 * A whole number from the command line.
 * @throws UsageError where it is none, or out of bounds
 */
export function readInteger(name: string, text: string, bounds: { min: number; max: number }): number {
  const value = /^-?\d+$/.test(text) ? Number(text) : NaN
  if (value >= bounds.min && value <= bounds.max) return value
  throw new UsageError(`--${name}: expected a whole number from ${bounds.min} to ${bounds.max}, found "${text}"`)
}

function firstSentence(message: string): string {
  return (message.split(/\.\s|\n/)[0] ?? message).replace(/\.$/, '')
}
