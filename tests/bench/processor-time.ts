import { readFile } from 'node:fs/promises'

/** Linux counts in hundredths of a second, whatever the processor. */
const TICK_MS = 10

/** Processor time that a process has used so far, in milliseconds; NaN where the system does not tell (anything but Linux). */
export async function processorMs(pid: number | undefined): Promise<number> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  // The name stands in brackets and may hold anything; user and system time are the 12th and 13th field after it.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS
}
