import { playtestCase } from '../cases/playtest-case.ts'
import { EXIT } from './command.ts'
import type { Command } from './command.ts'
import { loadCase } from './load-case.ts'
import { onlyPath, readInteger, readOptions } from './options.ts'
import { playtestJson } from './playtest-json.ts'
import { playtestTable } from './playtest-table.ts'
import { paintFor } from './terminal.ts'

const HELP = `Usage: casewright playtest <path> [options]

Lets simulated learners of several abilities and policies that do not read play
a case many times. Prints how often each choice and ending is met, what each
gains above chance, and what the scores recover of an ability in one play.

  --runs N     plays of each, 1 to 100000 (500)
  --seed S     a whole number from 0; the same seed gives the same plays (1)
  --json       prints one object for programs instead of a table
  -h, --help   prints this

Exit status: 0 played, 1 the case has an error, 2 wrong use.
`

const OPTIONS = {
  runs: { type: 'string', default: '500' },
  seed: { type: 'string', default: '1' },
  json: { type: 'boolean', default: false },
} as const

export const playtestCommand: Command = { help: HELP, run }

async function run(args: ReadonlyArray<string>): Promise<number> {
  const { values, positionals } = readOptions(args, OPTIONS)
  const runs = readInteger('runs', values.runs, { min: 1, max: 100_000 })
  const seed = readInteger('seed', values.seed, { min: 0, max: 2 ** 32 - 1 })
  const loaded = await loadCase(onlyPath(positionals))
  if (loaded === null) return EXIT.problems
  const { file, slug, hash, case: source } = loaded
  const result = { file, slug, hash, title: source.title, ...playtestCase(source, { slug, runs, seed }) }
  process.stdout.write(values.json ? playtestJson(result) : playtestTable(result, source, paintFor(process.stdout)))
  return EXIT.fine
}
