import type { Reader } from './database.server.ts'

/** How much a learner has played: attempts, decisions in them, and answers about their role. */
export type Played = { attempts: number; decisions: number; answers: number }

export async function countPlayed(db: Reader, learnerId: string): Promise<Played> {
  const where = { learnerId }
  const [attempts, decisions, answers] = await Promise.all([
    db.attempt.count({ where }),
    db.decision.count({ where }),
    db.roleLens.count({ where }),
  ])
  return { attempts, decisions, answers }
}
