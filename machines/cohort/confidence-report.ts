import type { Confidence } from '../play/spots.ts'
import { QUALITY_PARTS } from './count-answer.ts'
import { SMALLEST_GROUP } from './flow-network.ts'
import { protectParts } from './protect-parts.ts'
import type { Heading } from './tally.ts'

/** How sure learners said they were, and how good what they took then was. */
export type LevelReport = {
  /** Null: they said nothing. */
  level: Confidence
  learners: number | 'few' | 'hidden'
  /** The mean quality of their choices, 0–1 in hundredths; null where it would tell of fewer than ten. */
  quality: number | null
}

const LEVELS: ReadonlyArray<Confidence> = ['certain', 'fairly', 'guess', null]

/**
 * Pure. Confidence against quality in a decision. Quality is told where every option's number is (`isQualityTold`) and the
 * level's own, and the levels of which it isn't told are together none or at least ten, since theirs is what is left of the whole.
 */
export function confidenceReport(
  said: Heading,
  quality: Heading,
  { isQualityTold }: { isQualityTold: boolean },
): Array<LevelReport> {
  const counts = LEVELS.map((level) => said.get(level ?? '-') ?? 0)
  const shown = protectParts(counts)
  const told = isQualityTold ? toldLevels(counts) : new Set()
  return LEVELS.map((level, place) => {
    const mean = (quality.get(level ?? '-') ?? 0) / QUALITY_PARTS / (counts[place] ?? 1)
    return {
      level,
      learners: shown[place] ?? 'hidden',
      quality: told.has(place) && typeof shown[place] === 'number' ? Math.round(100 * mean) / 100 : null,
    }
  })
}

/** The largest groups first, as long as those that remain are none or enough. */
function toldLevels(counts: ReadonlyArray<number>): Set<number> {
  const enough = [...counts.keys()]
    .filter((place) => (counts[place] ?? 0) >= SMALLEST_GROUP)
    .sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0))
  for (let many = enough.length; many > 0; many -= 1) {
    const told = new Set(enough.slice(0, many))
    const left = counts.reduce((sum, count, place) => sum + (told.has(place) ? 0 : count), 0)
    if (left === 0 || left >= SMALLEST_GROUP) return told
  }
  return new Set()
}
