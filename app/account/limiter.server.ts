import { RateLimiterPrisma, RateLimiterRes } from 'rate-limiter-flexible'
import type { Database } from '../data/database.server.ts'
import { addTries, findTries, forgetTries } from '../data/rate-limits.server.ts'
import type { Tries } from '../data/rate-limits.server.ts'

type LimiterOptions = {
  db: Database
  now: () => Date
  keyPrefix: string
  /** How many tries are let in within `duration` seconds. */
  points: number
  duration: number
}

/**
 * rate-limiter-flexible's limiter on the database, with a store of our own: what it writes goes the way of all writing, and it reads
 * the one clock. Counted there, tries hold across processes and restarts.
 */
export class DatabaseLimiter extends RateLimiterPrisma {
  readonly #db: Database
  readonly #now: () => Date

  constructor({ db, now, ...limits }: LimiterOptions) {
    super({ ...limits, storeClient: db, clearExpiredByTimeout: false })
    this.#db = db
    this.#now = now
  }

  _upsert(key: string, points: number, msDuration: number, isFresh = false): Promise<Tries> {
    const now = this.#now()
    const expire = msDuration > 0 ? new Date(now.getTime() + msDuration) : null
    return this.#db.write((tx) => addTries(tx, { key, points, expire, isFresh, now }))
  }

  _get(key: string): Promise<Tries | null> {
    return findTries(this.#db.read, key, this.#now())
  }

  _delete(key: string): Promise<boolean> {
    return this.#db.write((tx) => forgetTries(tx, key))
  }

  _getRateLimiterRes(_key: string, changed: number, { points, expire }: Tries): RateLimiterRes {
    const msBeforeNext = expire === null ? -1 : Math.max(0, expire.getTime() - this.#now().getTime())
    return new RateLimiterRes(Math.max(0, this.points - points), msBeforeNext, points, points === changed)
  }
}
