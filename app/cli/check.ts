import { availableParallelism } from 'node:os'
import { problemAt, START_OF_FILE } from '../../machines/case/parse/report.ts'
import { checkCourse } from '../cases/check-course.server.ts'
import { checkFile, uncheckedFile } from '../cases/check-file.server.ts'
import type { CheckedFile } from '../cases/check-file.server.ts'
import { createChecker } from '../cases/checker.server.ts'
import type { Checker } from '../cases/checker.server.ts'
import { rememberingChecker } from '../cases/remembering-checker.server.ts'
import { githubReport } from './check-github.ts'
import { jsonReport } from './check-json.ts'
import { textReport } from './check-text.ts'
import { countsOf } from './checked-source.ts'
import type { CheckedSource } from './checked-source.ts'
import { EXIT } from './command.ts'
import type { Command } from './command.ts'
import { findSources } from './find-sources.ts'
import type { Source } from './find-sources.ts'
import { readOptions } from './options.ts'
import { progressBar } from './progress-bar.ts'
import { columnsOf, paintFor, visible } from './terminal.ts'
import { UsageError } from './usage-error.ts'

const HELP = `Usage: casewright check [path…] [options]

Checks cases and courses. A path names an .mdx file, or a folder that is
searched for index.mdx; without a path, all of content is checked.

  --json            prints one object for programs instead of text
  --format github   prints annotations for a GitHub workflow
  --strict          turns warnings into failure
  -h, --help        prints this

Exit status: 0 no errors, 1 errors (with --strict: or warnings), 2 wrong use.
`

const OPTIONS = {
  json: { type: 'boolean', default: false },
  format: { type: 'string' },
  strict: { type: 'boolean', default: false },
} as const

export const checkCommand: Command = { help: HELP, run: check }

async function check(args: ReadonlyArray<string>): Promise<number> {
  const { values, positionals } = readOptions(args, OPTIONS)
  const { json, format, strict } = values
  if (format !== undefined && format !== 'github') throw new UsageError(`--format: expected github, found "${format}"`)
  if (format !== undefined && json) throw new UsageError('expected --json or --format, found both')
  const { sources, complaints } = await findSources(positionals.length > 0 ? positionals : ['content'])
  for (const complaint of complaints) process.stderr.write(`casewright check: ${visible(complaint)}\n`)
  if (sources.length > 0 || complaints.length === 0) {
    const checked = await checkAll(sources)
    process.stdout.write(json ? jsonReport(checked) : format ? githubReport(checked) : readable(checked))
    if (complaints.length === 0 && isFailure(checked, strict)) return EXIT.problems
  }
  return complaints.length > 0 ? EXIT.wrongUse : EXIT.fine
}

/** As many at a time as there are cores; the results in the order of the sources. */
async function checkAll(sources: ReadonlyArray<Source>): Promise<Array<CheckedSource>> {
  const most = Math.min(availableParallelism(), sources.length)
  const checker = rememberingChecker(createChecker(most))
  const bar = progressBar(process.stderr, sources.length)
  const checked: Array<CheckedSource> = []
  const waiting = sources.entries()
  let done = 0

  async function work(): Promise<void> {
    for (const [place, source] of waiting) {
      bar.show(done, source.slug)
      checked[place] = source.leadsOut ? leadingOut(source) : { ...source, ...(await checkSource(source, checker)) }
      done += 1
    }
  }

  await Promise.all(Array.from({ length: most }, work))
  bar.clear()
  await checker.close()
  return checked
}

function checkSource({ file, kind }: Source, checker: Checker): Promise<CheckedFile> {
  return kind === 'course' ? checkCourse(file, checker) : checkFile(file, checker)
}

function leadingOut(source: Source): CheckedSource {
  const message = 'the file stands in a link out of the folder that is searched, expected a folder in it'
  return { ...source, ...uncheckedFile(problemAt('file/unreadable', START_OF_FILE, message)) }
}

function readable(checked: ReadonlyArray<CheckedSource>): string {
  return textReport(checked, paintFor(process.stdout), columnsOf(process.stdout, 120))
}

function isFailure(checked: ReadonlyArray<CheckedSource>, strict: boolean): boolean {
  const { errors, warnings } = countsOf(checked.flatMap(({ problems }) => problems))
  return errors > 0 || (strict && warnings > 0)
}
