import { environment } from './environment.ts'
import path from 'node:path'
import { parseArgs } from 'node:util'
import type { Digest, OnProgress } from '../backup/copy-tables.ts'
import { Refusal } from '../backup/refusal.ts'
import { progressBar } from '../cli/progress-bar.ts'
import type { ProgressBar } from '../cli/progress-bar.ts'
import { ConfigError } from '../http/config.server.ts'

export type Given = { positionals: Array<string>; replace: boolean }

/** What is wrong with how a command was called. */
class WrongUse extends Error {}

/** What an operation is asked to do, how it is called, and what it tells when it is done. */
export type Operation = {
  name: string
  help: string
  /** The least and the most arguments it takes. */
  takes: readonly [number, number]
  /** Whether `--replace` can be given. */
  replaces?: boolean
  run: (given: Given, tell: OnProgress) => Promise<string>
}

/** Runs an operation as a program: 0 done, 1 not done, and why is said, 2 wrong use. */
export function runOperation(operation: Operation): void {
  main(operation, process.argv.slice(2)).then(
    (status) => (process.exitCode = status),
    (error: unknown) => {
      const wrongUse = error instanceof WrongUse
      process.stderr.write(`${operation.name}: ${reasonOf(error)}${wrongUse ? ' (--help tells more)' : ''}\n`)
      process.exitCode = wrongUse ? 2 : 1
    },
  )
}

async function main(operation: Operation, args: Array<string>): Promise<number> {
  if (args.some((arg) => arg === '--help' || arg === '-h')) {
    process.stdout.write(operation.help)
    return 0
  }
  const given = read(operation, args)
  const { tell, clear } = shownProgress()
  try {
    const text = await operation.run(given, tell)
    clear()
    process.stdout.write(text)
    return 0
  } finally {
    clear()
  }
}

function read({ takes: [least, most], replaces = false }: Operation, args: Array<string>): Given {
  const { positionals, replace } = parsed(args, replaces)
  if (positionals.length < least) throw new WrongUse(`expected ${least} arguments, found ${positionals.length}`)
  if (positionals.length > most)
    throw new WrongUse(`expected no more than ${most} arguments, found ${positionals.length}`)
  return { positionals, replace }
}

function parsed(args: Array<string>, replaces: boolean): Given {
  try {
    const options = replaces ? { replace: { type: 'boolean' as const, default: false } } : {}
    const { positionals, values } = parseArgs({ args, options, allowPositionals: true })
    return { positionals, replace: values.replace === true }
  } catch (error) {
    throw new WrongUse(error instanceof Error ? error.message : String(error))
  }
}

/** What a person can do something about is told in a sentence, anything else with the place at which it happened. */
function reasonOf(error: unknown): string {
  if (error instanceof Refusal || error instanceof ConfigError || error instanceof WrongUse) return error.message
  if (!(error instanceof Error)) return String(error)
  // Node tries each address of a host and throws all that went wrong as one, without a message.
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join('; ')
  return 'code' in error ? error.message : (error.stack ?? error.message)
}

/** Each part of an operation counts up to a total of its own. */
function shownProgress(): { tell: OnProgress; clear: () => void } {
  let bar: ProgressBar | null = null
  let shown = 0
  return {
    tell: (done, total, name) => {
      if (bar === null || total !== shown) bar = progressBar(process.stderr, total)
      shown = total
      bar.show(done, name)
    },
    clear: () => {
      bar?.clear()
      bar = null
    },
  }
}

/** A file as the person who called the command means it: npm runs it in the project's folder, wherever they are. */
export function fileGiven(name: string): string {
  return path.resolve(environment['INIT_CWD'] ?? '.', name)
}

/** How much there is, in words. */
export function amountOf(digests: ReadonlyArray<Digest>): string {
  const rows = digests.reduce((sum, digest) => sum + digest.rows, 0)
  return `${rows.toLocaleString('en')} rows of ${digests.length} tables`
}
