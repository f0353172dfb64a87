import { once } from 'node:events'
import process from 'node:process'
import { environment } from '../../app/start/environment.ts'
import { BOUNDS } from '../../app/http/bounds.server.ts'
import { readConfig } from '../../app/http/config.server.ts'
import { startServer } from '../../app/server.ts'
import { movableClock } from './test-clock.ts'

// The very server that `npm start` runs, in a process of its own that a test can kill, with a clock that a test can move.
const clock = movableClock()

// A test makes the disk full by a limit on file sizes; the signal that comes with it would end the process.
process.on('SIGXFSZ', () => {})

// The program is loaded by now. When it starts is for the one who made this process to say.
await once(process, 'message')

// Whoever made this process may be stopped before having stopped it.
process.on('disconnect', () => process.exit())

process.on('message', (message: { advanceMs: number } | 'memory') => {
  if (message === 'memory') {
    // There where it was started with --expose-gc.
    globalThis.gc?.()
    process.send?.(process.memoryUsage())
    return
  }
  clock.advance(message.advanceMs)
  process.send?.({ moved: message.advanceMs })
})

const server = await startServer({
  config: readConfig(environment),
  clock,
  content: environment['CONTENT'] ?? 'content',
  say: () => {},
  // A test moves the clock by days; it should not wait a minute for what happens then.
  remindEveryMs: 100,
  // Nor a minute until somebody is too slow.
  bounds: { ...BOUNDS, ...JSON.parse(environment['BOUNDS'] ?? '{}') },
})
// Before it says that it listens: whoever hears that may stop it at once, and it should end in its own way.
process.on('SIGTERM', () => void server.stop().then(() => process.exit(0)))
process.send?.({ url: server.url, firstAdmin: server.firstAdmin })
