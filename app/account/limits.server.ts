import { createHmac } from 'node:crypto'
import { RateLimiterRes } from 'rate-limiter-flexible'
import type { Database } from '../data/database.server.ts'
import { DatabaseLimiter } from './limiter.server.ts'

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/**
 * How often each may be tried. None grows longer by trying on, a browser that is known to the account has tries of its own, and a new
 * password by link signs its owner in whatever others have tried: nobody is locked out for good. A whole class may sit behind one
 * network address.
 */
const RULES = {
  'sign-in-address': { points: 10, duration: 15 * MINUTE },
  'sign-in-known': { points: 10, duration: 15 * MINUTE },
  'sign-in-network': { points: 100, duration: 15 * MINUTE },
  'sign-up-network': { points: 200, duration: HOUR },
  'reset-address': { points: 3, duration: HOUR },
  'reset-network': { points: 30, duration: HOUR },
  'link-network': { points: 30, duration: HOUR },
  /** Codes of cohorts that let nobody in. */
  'join-network': { points: 60, duration: HOUR },
  /** Mails that ask whether an address is theirs: by address too, so that no number of new guests fills somebody's mailbox. */
  'confirm-learner': { points: 5, duration: DAY },
  'confirm-address': { points: 5, duration: DAY },
  'first-admin-network': { points: 10, duration: HOUR },
  /** Asked again before something that matters, of who is signed in. */
  password: { points: 10, duration: 15 * MINUTE },
} as const

type Rule = keyof typeof RULES

/** Something that is tried: under which rule, and by or about whom. */
type Tried = readonly [Rule, string]

export type Limits = {
  /**
   * Counts a try under one after the other, until one refuses: what a network has used up counts against nobody else. Null where all
   * let it in, else for how many seconds no further one is.
   */
  take: (tried: ReadonlyArray<Tried>) => Promise<number | null>
  /** Forgets what was tried: it was the owner. */
  forget: (rule: Rule, whom: string) => Promise<void>
  /** Takes back one try, of those that did no harm. */
  giveBack: (rule: Rule, whom: string) => Promise<void>
}

/** The keys tell nobody's address: they are hashes that only this installation's secret makes. */
export function createLimits({ db, secret, now }: { db: Database; secret: string; now: () => Date }): Limits {
  const key = createHmac('sha256', secret).update('limits').digest()
  const hashed = (whom: string) => createHmac('sha256', key).update(whom).digest('base64url')

  function limiter(rule: Rule): DatabaseLimiter {
    return new DatabaseLimiter({ db, now, keyPrefix: rule, ...RULES[rule] })
  }

  async function takeOne([rule, whom]: Tried): Promise<number | null> {
    try {
      await limiter(rule).consume(hashed(whom))
      return null
    } catch (refused) {
      if (refused instanceof RateLimiterRes) return Math.max(1, Math.ceil(refused.msBeforeNext / 1000))
      throw refused
    }
  }

  return {
    take: async (tried) => {
      for (const one of tried) {
        const seconds = await takeOne(one)
        if (seconds !== null) return seconds
      }
      return null
    },
    forget: async (rule, whom) => void (await limiter(rule).delete(hashed(whom))),
    giveBack: async (rule, whom) => void (await limiter(rule).reward(hashed(whom))),
  }
}
