import type { CohortReason } from '../data/cohort-log.server.ts'

/** Of fewer writers than this the words of one could be told. */
const FEWEST = 3
/** The most that are shown of one option. */
const MOST = 5

/** What others wrote with an option, without names. */
export type OptionReasons = { choice: string; reasons: Array<string>; more: number }

/**
 * Pure. The reasons that can be shown of a decision, by option: only of an option that at least three chose as far as is told, and with
 * which at least three people wrote something. The same words are shown once. Longer reasons
 * come first, since they say more; the order tells nothing of who wrote when.
 * @param shown how many chose each option, null where that is not told
 * @param without the learner who reads: their own words are no other's
 */
export function reasonsToShow(
  reasons: ReadonlyArray<CohortReason>,
  shown: ReadonlyMap<string, number | null>,
  without: string | null,
): Array<OptionReasons> {
  return [...shown].flatMap(([choice, chosen]) => {
    if (chosen === null || chosen < FEWEST) return []
    const others = reasons.filter((reason) => reason.choice === choice && reason.learnerId !== without)
    const writers = new Set(others.map(({ learnerId }) => learnerId))
    if (writers.size < FEWEST) return []
    const texts = [...new Set(others.map(({ reason }) => reason.trim()))].filter((text) => text !== '')
    texts.sort((one, other) => other.length - one.length || one.localeCompare(other, 'en'))
    return texts.length === 0 ? [] : [{ choice, reasons: texts.slice(0, MOST), more: Math.max(0, texts.length - MOST) }]
  })
}
