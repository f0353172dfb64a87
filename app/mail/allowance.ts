const DAY_MS = 86_400_000

/** How often something may be done in 24 hours, counted by key. */
export type Allowance = {
  /** Counts once for every key, if all of them have room; else counts nothing and says no. */
  take: (keys: ReadonlyArray<string>, now: Date) => boolean
}

/** Kept in memory: a restart forgets it, which a limit on five mails a day can bear. */
export function createAllowance(most: number): Allowance {
  const taken = new Map<string, Array<number>>()

  function recent(key: string, now: Date): Array<number> {
    return (taken.get(key) ?? []).filter((at) => at > now.getTime() - DAY_MS)
  }

  /** Every key that is not used for a day goes. */
  function tidy(now: Date): void {
    for (const key of taken.keys()) if (recent(key, now).length === 0) taken.delete(key)
  }

  return {
    take: (keys, now) => {
      tidy(now)
      if (keys.some((key) => recent(key, now).length >= most)) return false
      for (const key of keys) taken.set(key, [...recent(key, now), now.getTime()])
      return true
    },
  }
}
