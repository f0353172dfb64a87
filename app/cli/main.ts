import { EXIT } from './command.ts'
import type { Command } from './command.ts'
import { paintFor, visible } from './terminal.ts'
import { UsageError } from './usage-error.ts'

// Each is loaded when it is asked for: what one needs must not slow down another.
const COMMANDS: Record<string, { does: string; load: () => Promise<Command> }> = {
  new: { does: 'writes a small case to start from', load: async () => (await import('./new.ts')).newCommand },
  check: { does: 'checks case files, or all of a folder', load: async () => (await import('./check.ts')).checkCommand },
  map: { does: 'draws a case as a graph or an outline', load: async () => (await import('./map.ts')).mapCommand },
  play: { does: 'plays a case in the terminal', load: async () => (await import('./play.ts')).playCommand },
  playtest: {
    does: 'lets simulated learners and blind policies play',
    load: async () => (await import('./playtest.ts')).playtestCommand,
  },
  score: { does: 'scores a decision log', load: async () => (await import('./score.ts')).scoreCommand },
}

/** The `case` command. Gives the exit status; nothing that it is given makes it throw. */
export async function main(args: ReadonlyArray<string>): Promise<number> {
  endQuietlyOnClosedPipe()
  const [name = '', ...rest] = args
  try {
    if (['--help', '-h', 'help'].includes(name)) return await tellHelp(rest[0])
    const command = await findCommand(name)
    if (asksForHelp(rest)) return await tellHelp(name)
    return await command.run(rest)
  } catch (error) {
    const where = Object.hasOwn(COMMANDS, name) ? `casewright ${name}` : 'casewright'
    const fault = error instanceof Error ? error.message : String(error)
    const advice = error instanceof UsageError ? ` (${where} --help tells more)` : ''
    const paint = paintFor(process.stderr)
    process.stderr.write(`${paint('red', `${where}:`)} ${visible(fault)}${advice}\n`)
    return EXIT.wrongUse
  }
}

async function findCommand(name: string): Promise<Command> {
  const found = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (found) return found.load()
  const expected = `expected one of the commands ${Object.keys(COMMANDS).join(', ')}`
  throw new UsageError(name === '' ? `${expected}, found none` : `${expected}, found "${name}"`)
}

function asksForHelp(args: ReadonlyArray<string>): boolean {
  const end = args.indexOf('--')
  return args.slice(0, end === -1 ? args.length : end).some((arg) => arg === '--help' || arg === '-h')
}

async function tellHelp(name: string | undefined): Promise<number> {
  process.stdout.write(name === undefined ? overview() : (await findCommand(name)).help)
  return EXIT.fine
}

function overview(): string {
  const commands = Object.entries(COMMANDS).map(([name, { does }]) => `  ${name.padEnd(10)}${does}`)
  return `Usage: casewright <command> [options]
       npm run -s case -- <command> [options]

${commands.join('\n')}

casewright <command> --help tells what a command takes.
Exit status: 0 nothing wrong, 1 problems found, 2 wrong use.
`
}

/** Whoever reads may stop before the end, as `head` does. */
function endQuietlyOnClosedPipe(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit()
      throw error
    })
  }
}
