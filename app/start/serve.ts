import { environment } from './environment.ts'
import path from 'node:path'
import { systemClock } from '../http/clock.ts'
import { ConfigError, readConfig } from '../http/config.server.ts'
import { showPublishing } from './show-publishing.ts'

function say(line: string): void {
  process.stdout.write(`  ${line}\n`)
}

function firstAdminText(link: string): string {
  return `There is no admin yet. Whoever opens this link first, within a day, becomes it:\n${link}`
}

async function serve(): Promise<void> {
  const config = readConfig(environment)
  // Not before: once all is put into one file, what is imported at the top comes before anything that is done in it.
  const { startServer } = await import('../server.ts')
  const server = await startServer({
    config,
    clock: systemClock,
    content: path.resolve('content'),
    say,
    onPublishing: showPublishing(say),
  })
  let isStopping = false
  async function stop(): Promise<void> {
    if (isStopping) return
    isStopping = true
    say('Finishing the requests under way')
    await server.stop()
    process.exit(0)
  }
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void stop())
  // Whoever waits for this line may stop it at once.
  process.stdout.write(`\nCasewright is at ${server.url} (stop it with Ctrl+C)\n\n`)
  if (server.firstAdmin !== null) process.stdout.write(`${firstAdminText(server.firstAdmin)}\n\n`)
}

serve().catch((error: unknown) => {
  if (error instanceof ConfigError) process.stderr.write(`\n${error.message}\n`)
  else if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    process.stderr.write(
      '\nAnother program already listens at this port. Set PORT to a free one, for example PORT=3001 npm start.\n',
    )
  } else
    process.stderr.write(
      `\nCasewright could not start. ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    )
  process.exit(1)
})
