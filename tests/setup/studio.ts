import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { newCaseSource } from '../../app/cases/new-case.ts'
import { makeAuthor } from './author.ts'
import { startTestServer } from './server.ts'
import type { TestServer } from './server.ts'
import { aVisitor } from './visitor.ts'
import type { Visitor } from './visitor.ts'

/** Starts a server whose content is one case in a file, `from-a-file`. */
export async function startStudio(folder: string): Promise<TestServer> {
  const content = path.join(folder, 'content')
  const home = path.join(content, 'cases', 'from-a-file')
  await mkdir(home, { recursive: true })
  await writeFile(path.join(home, 'index.mdx'), newCaseSource('From a file'))
  return startTestServer({ folder, content })
}

/** Somebody new who is signed in at a server of `startStudio`. */
export async function anAuthor(server: TestServer, name = 'Marta Vidal', role = 'instructor'): Promise<Visitor> {
  const visitor = aVisitor(server.url)
  await visitor.post('/cases/from-a-file', {})
  makeAuthor(server.database, visitor.cookie(), name, role)
  return visitor
}

/** Begins a case; gives its text, which is revision 1. */
export async function aDraft(author: Visitor, slug: string): Promise<string> {
  const { status } = await author.post('/teach/cases', { title: `Case ${slug}`, slug })
  if (status !== 303) throw new Error(`Expected a draft at ${slug}, found ${status}`)
  return newCaseSource(`Case ${slug}`)
}

/** Saves a draft as the editor does, on top of a revision. */
export function saveDraft(author: Visitor, slug: string, source: string, revision: number) {
  return author.post(`/teach/cases/${slug}/draft`, { source, revision: String(revision) })
}

/** Publishes a draft as the form does, with what was typed on top of a revision. */
export function publishDraft(author: Visitor, slug: string, source: string, revision: number) {
  return author.post(`/teach/cases/${slug}`, { intent: 'publish', source, revision: String(revision) })
}

/** A page without the marks that React leaves between pieces of text. */
export function plain(page: string): string {
  return page.replaceAll('<!-- -->', '')
}
