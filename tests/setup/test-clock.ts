import type { Clock } from '../../app/http/clock.ts'

/** A clock that runs as usual and can be moved on. */
export function movableClock(): Clock & { advance: (ms: number) => void } {
  let ahead = 0
  return {
    now: () => new Date(Date.now() + ahead),
    advance: (ms) => {
      ahead += ms
    },
  }
}
