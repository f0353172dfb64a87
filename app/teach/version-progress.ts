import { merged, tallyOf, without } from '../../machines/cohort/tally.ts'
import type { Tally } from '../../machines/cohort/tally.ts'

/** How far a first attempt is, and on which version. */
type CountedProgress = { slug: string; hash: string; hasEnded: boolean; decided: number }

/** How far a cohort is with one version of a case: first attempts, those of them that have ended, and the decisions in all. */
export type VersionProgress = { slug: string; hash: string; started: number; ended: number; decided: number }

/** Pure. What is kept of a cohort's progress, with these first attempts and without those. */
export function changedProgress(
  kept: Tally,
  added: ReadonlyArray<CountedProgress>,
  taken: ReadonlyArray<CountedProgress>,
): Tally {
  return without(merged([kept, progressTally(added)]), progressTally(taken))
}

/** Pure. How far a cohort is with each version that was begun: of a case, the version with the most ended attempts first. */
export function versionProgress(kept: Tally): Array<VersionProgress> {
  const versions = [...kept.keys()].flatMap((key): Array<VersionProgress> => {
    const [what, slug = '', hash = ''] = key.split(' ')
    const count = (of: string) => kept.get(`${of} ${slug} ${hash}`) ?? 0
    if (what !== 'started') return []
    return [{ slug, hash, started: count('started'), ended: count('ended'), decided: count('decided') }]
  })
  return versions.toSorted((one, other) => inOrder(one.slug, other.slug) || byEnded(one, other))
}

function progressTally(attempts: ReadonlyArray<CountedProgress>): Tally {
  return tallyOf(
    attempts.flatMap(({ slug, hash, hasEnded, decided }): Array<[string, number]> => [
      [`started ${slug} ${hash}`, 1],
      [`ended ${slug} ${hash}`, hasEnded ? 1 : 0],
      [`decided ${slug} ${hash}`, decided],
    ]),
  )
}

function byEnded(one: VersionProgress, other: VersionProgress): number {
  return other.ended - one.ended || other.started - one.started || inOrder(one.hash, other.hash)
}

function inOrder(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}
