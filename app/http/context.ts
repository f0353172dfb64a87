import type { Logger } from 'pino'
import type { Checker } from '../cases/checker.server.ts'
import type { Guide } from '../cases/guide.server.ts'
import type { Library } from '../cases/library.server.ts'
import type { Sessions } from '../account/session.server.ts'
import type { Database } from '../data/database.server.ts'
import type { MailRoom } from '../mail/mail.server.ts'
import type { Clock } from './clock.ts'

/** What the program is made of; put together once in server.ts and handed to every loader and action. */
export type Services = {
  db: Database
  library: Library
  /** Checks what authors write, in a process of its own. */
  checker: Checker
  guide: Guide
  sessions: Sessions
  clock: Clock
  mail: MailRoom
}

export type RequestContext = Services & {
  requestId: string
  /** For the Content-Security-Policy of this one response. */
  nonce: string
  log: Logger
  /** True where the browser's script asks for data instead of a page. */
  wantsData: boolean
  /** Set when the database did not answer, so that the response says 503. */
  failure: { database: boolean }
}

declare module '@remix-run/node' {
  interface AppLoadContext extends RequestContext {}
}
