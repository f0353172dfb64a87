import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { reasonOf } from '../cases/read-case.server.ts'
import { EXIT } from './command.ts'
import type { Command } from './command.ts'
import { newCaseSource } from '../cases/new-case.ts'
import { readOptions } from './options.ts'
import { UsageError } from './usage-error.ts'

const HELP = `Usage: casewright new <slug> [options]

Writes content/cases/<slug>/index.mdx: a small case that passes the check, to
be turned into your own. The slug is its address: lower-case words joined by
hyphens. A case that is there already is left alone.

  --title T    the title; without it, one is made from the slug
  -h, --help   prints this

Exit status: 0 written, 2 wrong use.
`

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/
const LONGEST = 64

export const newCommand: Command = { help: HELP, run: writeNew }

async function writeNew(args: ReadonlyArray<string>): Promise<number> {
  const { values, positionals } = readOptions(args, { title: { type: 'string' } })
  const slug = readSlug(positionals)
  const title = readTitle(values.title ?? titleFrom(slug))
  const file = path.join('content', 'cases', slug, 'index.mdx')
  await write(file, newCaseSource(title))
  process.stdout.write(`${file} is written. Next: casewright check ${file}\n`)
  return EXIT.fine
}

function readSlug([slug, second]: ReadonlyArray<string>): string {
  if (slug === undefined) throw new UsageError('expected a slug, found none')
  if (second !== undefined)
    throw new UsageError(`expected one slug, found a second: ${second} (a title goes with --title)`)
  if (SLUG.test(slug) && slug.length <= LONGEST) return slug
  throw new UsageError(
    `expected a slug of lower-case words joined by hyphens, at most ${LONGEST} characters, found "${slug}"`,
  )
}

function readTitle(title: string): string {
  if (title.trim() !== '' && !/[\p{Cc}\p{Cs}\u2028\u2029]/u.test(title)) return title.trim()
  throw new UsageError('--title: expected a text on one line')
}

function titleFrom(slug: string): string {
  const words = slug.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

async function write(file: string, source: string): Promise<void> {
  try {
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(file, source, { flag: 'wx' })
  } catch (error) {
    const isThere = error instanceof Error && 'code' in error && error.code === 'EEXIST'
    throw new UsageError(`${file}: ${isThere ? 'expected no such file, found one' : reasonOf(error)}`)
  }
}
