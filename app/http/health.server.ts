import type { RequestHandler } from 'express'
import { listServed } from '../data/case-versions.server.ts'
import { listCourseVersions } from '../data/course-versions.server.ts'
import type { Database } from '../data/database.server.ts'
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
