import { watch } from 'node:fs'
import path from 'node:path'
import { findCases } from './find-cases.server.ts'
import { publishCase } from './publish.server.ts'
import type { Published, PublishTools } from './publish.server.ts'

/** Editors write a file in several steps; this long after the last one it is read. */
const SETTLE_MS = 80

/** Publishes a case as soon as its file is saved. */
export function watchContent(
  content: string,
  tools: PublishTools,
  noted: (published: Published) => void,
): { close: () => void } {
  const timers = new Map<string, NodeJS.Timeout>()
  const watcher = watch(path.join(content, 'cases'), { recursive: true }, (_event, name) => {
    const slug = name?.split(path.sep)[0]
    if (slug === undefined) return
    clearTimeout(timers.get(slug))
    timers.set(
      slug,
      setTimeout(() => void publishSlug(slug), SETTLE_MS),
    )
  })

  async function publishSlug(slug: string): Promise<void> {
    const file = (await findCases(content)).find((found) => found.slug === slug)
    if (!file) return
    const published = await publishCase(file, tools)
    if (published.outcome !== 'known') noted(published)
  }

  return {
    close: () => {
      watcher.close()
      for (const timer of timers.values()) clearTimeout(timer)
    },
  }
}
