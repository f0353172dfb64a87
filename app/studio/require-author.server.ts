import { findAuthor } from '../data/authors.server.ts'
import type { Author } from '../data/authors.server.ts'
import type { Services } from '../http/context.ts'

const AUTHORS = new Set(['instructor', 'admin'])

/** The instructor or admin who asks; for everyone else there is no studio. */
export async function requireAuthor(request: Request, { db, sessions }: Services): Promise<Author> {
  const learnerId = await sessions.learnerOf(request)
  const author = learnerId === null ? null : await findAuthor(db.read, learnerId)
  if (author === null || !AUTHORS.has(author.role)) throw new Response(null, { status: 404 })
  return author
}
