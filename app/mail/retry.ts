const MINUTE_MS = 60_000
const LONGEST_MS = 6 * 60 * MINUTE_MS

/** Pure. How long after its nth refusal (from 1) a mail is tried again: 1, 5, 25 and 125 minutes, then every six hours. */
export function pauseMs(refusals: number): number {
  return Math.min(LONGEST_MS, MINUTE_MS * 5 ** (refusals - 1))
}

/** Which mails wait, and until when. Only this process's: another one that tries meanwhile does no harm. */
export type Pauses = {
  isWaiting: (id: string, now: Date) => boolean
  refuse: (id: string, now: Date) => void
  forget: (id: string) => void
}

export function createPauses(): Pauses {
  const waiting = new Map<string, { refusals: number; until: number }>()
  return {
    isWaiting: (id, now) => (waiting.get(id)?.until ?? 0) > now.getTime(),
    refuse: (id, now) => {
      const refusals = (waiting.get(id)?.refusals ?? 0) + 1
      waiting.set(id, { refusals, until: now.getTime() + pauseMs(refusals) })
    },
    forget: (id) => void waiting.delete(id),
  }
}
