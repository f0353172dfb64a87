import { paintFor, visible } from './terminal.ts'

const WIDTH = 24
/** More often than this nobody can see it. */
const EVERY_MS = 60

export type ProgressBar = { show: (done: number, name: string) => void; clear: () => void }

/** A line on a terminal that tells how far a long job is; nothing elsewhere, or where there is one step only. */
export function progressBar(stream: NodeJS.WriteStream, total: number): ProgressBar {
  if (!stream.isTTY || total < 2) return { show: () => {}, clear: () => {} }
  const paint = paintFor(stream)
  let shownAt = -Infinity
  return {
    show: (done, name) => {
      const now = performance.now()
      if (now - shownAt < EVERY_MS) return
      shownAt = now
      const full = Math.round((done / total) * WIDTH)
      const bar = paint('green', '█'.repeat(full)) + paint('dim', '░'.repeat(WIDTH - full))
      stream.write(`\r\u001b[2K${bar} ${done}/${total} ${visible(name).slice(0, 40)}`)
    },
    clear: () => stream.write('\r\u001b[2K'),
  }
}
