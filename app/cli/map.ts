import { writeFile } from 'node:fs/promises'
import { reasonOf } from '../cases/read-case.server.ts'
import { EXIT } from './command.ts'
import type { Command } from './command.ts'
import { loadCase } from './load-case.ts'
import { caseMapOf } from './map-graph.ts'
import { outlineOf } from './map-outline.ts'
import { onlyPath, readOptions } from './options.ts'
import { paintFor, visible } from './terminal.ts'
import { UsageError } from './usage-error.ts'

const HELP = `Usage: casewright map <path> [options]

Shows how a case hangs together: its scenes, choices with their ratings
(E execution, I influence), conditions, effects, and where a problem is.
In the terminal as an outline.

  --svg FILE   draws it as a graph instead, into a file; - is standard output
  -h, --help   prints this

Exit status: 0 done, 1 the case can't be read (its problems are printed),
2 wrong use.
`

export const mapCommand: Command = { help: HELP, run: map }

async function map(args: ReadonlyArray<string>): Promise<number> {
  const { values, positionals } = readOptions(args, { svg: { type: 'string' } })
  const loaded = await loadCase(onlyPath(positionals), { draft: true })
  if (loaded === null) return EXIT.problems
  const drawn = caseMapOf(loaded.case, loaded.problems)
  if (values.svg === undefined) process.stdout.write(outlineOf(drawn, paintFor(process.stdout)))
  else {
    const { svgOf } = await import('./map-svg.ts')
    await write(values.svg, svgOf(drawn))
  }
  return EXIT.fine
}

async function write(file: string, svg: string): Promise<void> {
  if (file === '-') {
    process.stdout.write(svg)
    return
  }
  try {
    await writeFile(file, svg)
    process.stdout.write(`${visible(file)} is written.\n`)
  } catch (error) {
    throw new UsageError(`${file}: ${reasonOf(error)}`)
  }
}
