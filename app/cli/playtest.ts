import { explore } from '../../machines/case/graph/explore.ts'
import { playtest } from '../../machines/case/playtest/playtest.ts'
import { PLAYERS } from '../../machines/case/playtest/players.ts'
import { reachOf } from '../../machines/case/reach.ts'
import { stepperOf } from '../../machines/case/step.ts'
import { EXIT } from './command.ts'
import type { Command } from './command.ts'
import { loadCase } from './load-case.ts'
import type { LoadedCase } from './load-case.ts'
import { onlyPath, readInteger, readOptions } from './options.ts'
import { playtestJson } from './playtest-json.ts'
import { recoveredFrom } from './playtest-recovery.ts'
import { playtestTable } from './playtest-table.ts'
import type { Playtested, Tested } from './playtested.ts'
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
  const result = testCase(loaded, runs, seed)
  process.stdout.write(
    values.json ? playtestJson(result) : playtestTable(result, loaded.case, paintFor(process.stdout)),
  )
  return EXIT.fine
}

function testCase({ case: source, file, slug, hash }: LoadedCase, runs: number, seed: number): Playtested {
  const stepper = stepperOf(source)
  const graph = explore(stepper)
  if (graph.kind === 'too-large') throw new Error('expected a case that has passed the check')
  const { nBar } = reachOf(graph)
  const tested = PLAYERS.map((player): Tested => {
    const { plays, ...report } = playtest(stepper, player, { runs, seed })
    return { ...report, recovered: recoveredFrom(plays, { slug, nBar, ability: player.ability }) }
  })
  return { file, slug, hash, title: source.title, runs, seed, nBar, tested, ...missedBy(tested) }
}

function missedBy(tested: ReadonlyArray<Tested>): Pick<Playtested, 'unmetEndings' | 'untakenChoices'> {
  const [first] = tested
  if (!first) return { unmetEndings: [], untakenChoices: [] }
  const isUntaken = (decision: string, choice: string) =>
    tested.every(({ choices }) => (choices.get(decision)?.get(choice) ?? 0) === 0)
  return {
    unmetEndings: [...first.endings.keys()].filter((id) => tested.every(({ endings }) => endings.get(id) === 0)),
    untakenChoices: [...first.choices].flatMap(([decision, counts]) =>
      [...counts.keys()].filter((choice) => isUntaken(decision, choice)).map((choice) => ({ decision, choice })),
    ),
  }
}
