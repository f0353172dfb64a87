import type { RequestHandler, Response } from 'express'
import { z } from 'zod'
import { listServed } from '../data/case-versions.server.ts'
import { listCourseVersions } from '../data/course-versions.server.ts'
import type { Asker, Database } from '../data/database.server.ts'
import type { Published } from '../cases/publish.server.ts'

/** Files of the content folder that could not be put into service, by path. */
export type RefusedFiles = ReadonlyMap<string, Published>

type Examined = { db: Database; version: string; refused: RefusedFiles }

/** `/healthz`: 200 while the database answers; a broken file is told, but the program serves its last good version. */
export function health(examined: Examined): RequestHandler {
  return (_request, response) => {
    readHealth(examined).then(
      (body) => response.status(body.status === 'ok' ? 200 : 503).json(body),
      () => response.status(503).json({ status: 'failing', database: 'failing', version: examined.version }),
    )
  }
}

/** `/healthz/live`: 200 as long as the process answers at all. Where it does not, only a restart helps. */
export const alive: RequestHandler = (_request, response) => tell(response, 200, 'alive')

/**
 * `/healthz/ready`: 200 while visitors should be sent here. Not once the process is told to stop, nor while it can't read its database.
 * Where the database can be read and not written, pages still say so better than a proxy could.
 */
export function ready({ db, leaving }: { db: Asker; leaving: AbortSignal }): RequestHandler {
  return (_request, response) => {
    if (leaving.aborted) return void tell(response, 503, 'stopping')
    db.ask(z.unknown(), { sql: 'SELECT 1 FROM "Learner" LIMIT 1', values: [] }).then(
      () => tell(response, 200, 'ready'),
      () => tell(response, 503, 'failing'),
    )
  }
}

function tell(response: Response, code: number, status: string): void {
  response.status(code).set('Cache-Control', 'no-store').json({ status })
}

export type Health = Awaited<ReturnType<typeof readHealth>>

/** What there is to say of the installation. Fails where the database can't be read. */
export async function readHealth({ db, version, refused }: Examined) {
  const [served, courses, isWritable] = await Promise.all([
    listServed(db.read),
    listCourseVersions(db.read),
    db.isWritable(),
  ])
  return {
    status: isWritable ? 'ok' : 'failing',
    database: isWritable ? 'ok' : 'not writable',
    cases: served.length,
    courses: new Set(courses.map(({ slug }) => slug)).size,
    refused: [...refused.values()].map(({ kind, slug, problems }) => ({
      kind,
      slug,
      problems: problems
        .filter(({ severity }) => severity === 'error')
        .map(({ rule, line, column, message }) => ({ rule, line, column, message })),
    })),
    version,
  }
}
