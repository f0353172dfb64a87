import type { OnPublishing } from '../cases/publish.server.ts'
import { progressBar } from '../cli/progress-bar.ts'
import type { ProgressBar } from '../cli/progress-bar.ts'

/** Where nobody watches a bar, so many lines tell how far it is. */
const LINES = 10

/** Shows how many cases are published: as a bar on a terminal, elsewhere in a few lines. */
export function showPublishing(say: (line: string) => void): OnPublishing {
  let bar: ProgressBar | undefined
  return (done, total, slug) => {
    bar ??= progressBar(process.stdout, total)
    bar.show(done, slug)
    if (done === total) bar.clear()
    if (!process.stdout.isTTY && done % Math.ceil(total / LINES) === 0) say(`Cases: ${done} of ${total}, ${slug}`)
  }
}
