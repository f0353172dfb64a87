import type { GuestPlayed } from '../components/account-views.ts'
import { countPlayed } from '../data/played.server.ts'
import type { Services } from '../http/context.ts'

/** What a guest would leave behind by signing in as somebody else; null where there is nothing. */
export async function playedAsGuest(guest: string | null, { db }: Pick<Services, 'db'>): Promise<GuestPlayed | null> {
  if (guest === null) return null
  const { attempts, decisions, answers } = await countPlayed(db.read, guest)
  return attempts + answers === 0 ? null : { attempts, decisions }
}
