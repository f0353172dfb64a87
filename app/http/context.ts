import type { Logger } from 'pino'
import type { Limits } from '../account/limits.server.ts'
import type { Sessions } from '../account/session.server.ts'
import type { Checker } from '../cases/checker.server.ts'
import type { Courses } from '../cases/courses.server.ts'
import type { Guide } from '../cases/guide.server.ts'
import type { Library } from '../cases/library.server.ts'
import type { CertificatePdfs } from '../credentials/certificate-pdfs.server.ts'
import type { SigningKeys } from '../credentials/signing-keys.server.ts'
import type { Database } from '../data/database.server.ts'
import type { MailRoom } from '../mail/mail.server.ts'
import type { Clock } from './clock.ts'
import type { Health } from './health.server.ts'

/** What the program is made of; put together once in server.ts and handed to every loader and action. */
export type Services = {
  db: Database
  library: Library
  /** Checks what authors write, in a process of its own. */
  checker: Checker
  courses: Courses
  guide: Guide
  sessions: Sessions
  limits: Limits
  keys: SigningKeys
  pdfs: CertificatePdfs
  clock: Clock
  mail: MailRoom
  /** The address under which people reach this server, without a slash at its end. */
  site: () => string
}

export type RequestContext = Services & {
  requestId: string
  /** From which network the request came, as `networkOf` gives it. */
  network: string
  health: () => Promise<Health>
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
