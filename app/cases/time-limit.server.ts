import { readFileSync } from 'node:fs'

/** A limit on how long a process may take over something. */
export type TimeLimit = { ms: number; onReached: () => void }

const EVERY_MS = 100
/** Where a busy machine gave a process less than this part of the time, the time does not count against it… */
const LEAST_SHARE = 0.5
/** …until this many times the limit have passed. */
const MOST_TIMES = 3

/**
 * Watches a process that may itself be too busy to answer. The limit is one of the clock, as long as the process was given at
 * least half of that time to compute; how long it has computed is known on Linux only.
 */
export function startTimeLimit(pid: number | undefined, { ms, onReached }: TimeLimit): { clear: () => void } {
  const startedAt = performance.now()
  const computedAtStart = computedMs(pid)
  const timer = setInterval(() => {
    const passed = performance.now() - startedAt
    if (passed < ms) return
    const computed = computedMs(pid)
    const isStarved = computed !== null && computedAtStart !== null && computed - computedAtStart < LEAST_SHARE * ms
    if (isStarved && passed < MOST_TIMES * ms) return
    clearInterval(timer)
    onReached()
  }, EVERY_MS)
  return { clear: () => clearInterval(timer) }
}

/** How long a process has computed since it began, in all its threads; null where the system does not say. */
function computedMs(pid: number | undefined): number | null {
  try {
    // Source: proc(5). The name of the program, in parentheses, may hold anything; a tick is 1/100 s on every Linux.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
    const ticks = Number(fields[11]) + Number(fields[12])
    return Number.isFinite(ticks) ? ticks * 10 : null
  } catch {
    return null
  }
}
