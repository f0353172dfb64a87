import type { Standing } from '../components/views.ts'
import { listAttempts } from '../data/attempts.server.ts'
import type { AttemptSummary } from '../data/attempts.server.ts'
import type { Services } from '../http/context.ts'
import { endingOf } from './ending-of.ts'

/** Where a learner stands with each case, by slug. */
export async function standingsOf(
  learnerId: string | null,
  { db, library }: Services,
): Promise<(slug: string) => Standing> {
  const attempts = learnerId === null ? [] : await listAttempts(db.read, learnerId)
  const titles = new Map<string, string>()
  for (const { id, hash, ending } of attempts) {
    if (ending !== null) titles.set(id, await endingTitle(hash, ending, library))
  }
  return (slug) =>
    standing(
      attempts.filter((attempt) => attempt.slug === slug),
      titles,
    )
}

function standing(attempts: ReadonlyArray<AttemptSummary>, titles: ReadonlyMap<string, string>): Standing {
  const underWay = attempts.find(({ ending }) => ending === null)
  return {
    underWay: underWay ? { id: underWay.id, decided: underWay.decided, startedOn: dayOf(underWay.startedAt) } : null,
    ended: attempts.flatMap(({ id, ending, lastAt }) =>
      ending === null ? [] : [{ id, ending: titles.get(id) ?? '', endedOn: dayOf(lastAt) }],
    ),
  }
}

async function endingTitle(hash: string, ending: string, library: Services['library']): Promise<string> {
  const loaded = await library.findVersion(hash)
  return loaded ? endingOf(loaded.case, ending).title : ending
}

/** As YYYY-MM-DD; pages write it out. */
function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10)
}
