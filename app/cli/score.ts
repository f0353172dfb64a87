import { readFile } from 'node:fs/promises'
import { scoreLog } from '../../machines/score/score.ts'
import { Refusal } from '../../machines/score/read-json.ts'
import { reasonOf } from '../cases/read-case.server.ts'
import { EXIT } from './command.ts'
import type { Command } from './command.ts'
import { readOptions } from './options.ts'
import { resultTable } from './score-table.ts'
import { paintFor, visible } from './terminal.ts'
import { UsageError } from './usage-error.ts'

const HELP = `Usage: casewright score [FILE] [options]

Reads a decision log (JSON) from a file, or from standard input, and prints
what it says of the learner. A log that breaks its format is refused as a
whole, and told where.

  --json       prints the whole result as JSON, in full precision
  -h, --help   prints this

Exit status: 0 scored, 1 the log is refused, 2 wrong use.
`

export const scoreCommand: Command = { help: HELP, run: score }

async function score(args: ReadonlyArray<string>): Promise<number> {
  const { values, positionals } = readOptions(args, { json: { type: 'boolean', default: false } })
  const [file, second] = positionals
  if (second !== undefined) throw new UsageError(`expected one log, found a second: ${second}`)
  const text = await readText(file)
  try {
    const result = scoreLog(parse(text))
    process.stdout.write(
      values.json ? `${JSON.stringify(result, null, 2)}\n` : resultTable(result, paintFor(process.stdout)),
    )
    return EXIT.fine
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    process.stderr.write(
      `casewright score: ${visible(file ?? 'standard input')}: the log is refused: ${visible(error.message)}\n`,
    )
    return EXIT.problems
  }
}

async function readText(file: string | undefined): Promise<string> {
  try {
    if (file !== undefined) return await readFile(file, 'utf8')
    const chunks: Array<Uint8Array> = []
    for await (const chunk of process.stdin) chunks.push(chunk)
    return Buffer.concat(chunks).toString('utf8')
  } catch (error) {
    throw new UsageError(`${file ?? 'standard input'}: ${reasonOf(error)}`)
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw new Refusal('log', `expected JSON, found ${error instanceof Error ? error.message : String(error)}`)
  }
}
