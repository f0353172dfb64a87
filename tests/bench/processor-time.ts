import { readFile } from 'node:fs/promises'

/** Linux counts in hundredths of a second, whatever the processor. */
const TICK_MS = 10

/**
 * Processor time that a process has used so far, in milliseconds; with that of its children that have ended, if asked for. NaN where the
 * system does not tell (anything but Linux).
 */
export async function processorMs(pid: number | undefined, { withChildren = false } = {}): Promise<number> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  // The name stands in brackets and may hold anything; user and system time are the 12th and 13th field after it, the children's follow.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  const counted = fields.slice(11, withChildren ? 15 : 13)
  return counted.length === 0 ? Number.NaN : counted.reduce((ticks, field) => ticks + Number(field), 0) * TICK_MS
}

/** As `processorMs`, with that of all children of the process, whether they have ended or not. */
export async function familyMs(pid: number): Promise<number> {
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '')
  const own = await processorMs(pid, { withChildren: true })
  const times = await Promise.all(
    children
      .split(' ')
      .filter(Boolean)
      .map((child) => processorMs(Number(child))),
  )
  // One that ended in between is told with its parent the next time.
  return times.filter((ms) => !Number.isNaN(ms)).reduce((sum, ms) => sum + ms, own)
}
