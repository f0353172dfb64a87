import { benchBytes } from './bytes.ts'
import { benchCheckCommand } from './check-command.ts'
import { benchCohort } from './cohort.ts'
import { benchCompile } from './compile.ts'
import { benchDecisions } from './decisions.ts'
import { tableText, targetsText } from './finding.ts'
import type { Finding, Target } from './finding.ts'
import { benchGraph } from './graph.ts'
import { benchHistory } from './history.ts'
import { benchPage } from './page.ts'
import { benchProcesses } from './processes.ts'
import { benchProfiles } from './profiles.ts'
import { benchPublish } from './publish.ts'
import { benchScore } from './score.ts'
import { benchStart } from './start.ts'
import { benchStudio } from './studio.ts'
import { benchTwine } from './twine.ts'

// All that is measured, in one run on one machine: `npm run bench`, or `npm run bench -- decisions bytes` for some of it. A missed
// target is no failure of the run; that something could not be measured is. It needs a build (`npm run build`).

type Bench = () => Finding | Promise<Finding>

const SECTIONS = new Map<string, Bench>([
  ['decisions', benchDecisions],
  ['processes', benchProcesses],
  ['history', benchHistory],
  ['page', benchPage],
  ['compile', benchCompile],
  ['bytes', benchBytes],
  ['graph', benchGraph],
  ['check', benchCheckCommand],
  ['score', benchScore],
  ['cohort', benchCohort],
  ['profiles', benchProfiles],
  ['start', benchStart],
  ['publish', benchPublish],
  ['studio', benchStudio],
  ['twine', benchTwine],
])

async function run(asked: ReadonlyArray<string>): Promise<void> {
  const unknown = asked.filter((name) => !SECTIONS.has(name))
  if (unknown.length > 0)
    throw new RangeError(`Expected some of ${[...SECTIONS.keys()].join(', ')}, found ${unknown.join(', ')}`)
  const targets: Array<Target> = []
  for (const [name, bench] of SECTIONS) {
    if (asked.length > 0 && !asked.includes(name)) continue
    targets.push(...(await measured(name, bench)))
  }
  if (targets.length === 0) return
  const judged = targets.filter(({ isMet }) => isMet !== null)
  const met = judged.filter(({ isMet }) => isMet).length
  process.stdout.write(`\n${met} of ${judged.length} targets met\n${targetsText(targets)}\n`)
}

/** A section that can't be measured does not keep the others from it. */
async function measured(name: string, bench: Bench): Promise<Array<Target>> {
  if (process.stderr.isTTY) process.stderr.write(`${name} …\r`)
  try {
    const { title, tables, targets } = await bench()
    process.stdout.write(`\n${name}: ${title}\n${tables.map(tableText).join('\n\n')}\n`)
    return targets
  } catch (error) {
    process.exitCode = 1
    process.stdout.write(`\n${name}: could not be measured\n`)
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
    return []
  }
}

await run(process.argv.slice(2))
