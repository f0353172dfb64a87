import { watch } from 'node:fs'
import path from 'node:path'
import { findCases } from './find-cases.server.ts'
import { publishCourses } from './publish-courses.server.ts'
import { publishCase } from './publish.server.ts'
import type { Published, PublishTools } from './publish.server.ts'

/** Editors write a file in several steps; this long after the last one it is read. */
const SETTLE_MS = 80

/** Publishes a case or a course as soon as its file is saved. */
export function watchContent(
  content: string,
  tools: PublishTools,
  noted: (published: Published) => void,
): { close: () => void } {
  const timers = new Map<string, NodeJS.Timeout>()
  const watcher = watch(content, { recursive: true }, (_event, name) => {
    const [folder, slug] = name?.split(path.sep) ?? []
    if (slug === undefined || (folder !== 'cases' && folder !== 'courses')) return
    const saved = path.join(folder, slug)
    clearTimeout(timers.get(saved))
    timers.set(
      saved,
      setTimeout(() => {
        turn = turn.then(() => publishSaved(folder, slug))
      }, SETTLE_MS),
    )
  })
  /** One after the other: a course and a case that it asks for may be saved at the same moment. */
  let turn: Promise<void> = Promise.resolve()

  async function publishSaved(folder: 'cases' | 'courses', slug: string): Promise<void> {
    if (folder === 'cases') await publishSlug(slug)
    // A course may have waited for the case that was saved.
    for (const published of await publishCourses(content, tools)) note(published)
  }

  async function publishSlug(slug: string): Promise<void> {
    const file = (await findCases(content)).find((found) => found.slug === slug)
    if (file) note(await publishCase(file, tools))
  }

  function note(published: Published): void {
    if (published.outcome !== 'known') noted(published)
  }

  return {
    close: () => {
      watcher.close()
      for (const timer of timers.values()) clearTimeout(timer)
    },
  }
}
