import { isScored } from '../../machines/case/case.ts'
import { isStrong } from '../../machines/play/spots.ts'
import type { Confidence } from '../../machines/play/spots.ts'
import type { CalibrationView } from '../components/profile-views.ts'
import { confidenceOf } from './debrief-view.ts'
import { counts } from './decisions-behind.ts'
import type { ToldStep } from './decisions-behind.ts'

const LEVELS: Array<Exclude<Confidence, null>> = ['certain', 'fairly', 'guess']

const WORDS = { certain: 'certain', fairly: 'fairly sure', guess: 'guessing' }

/** Fewer decisions than this of one level are too few to be compared. */
const ENOUGH = 5

/** Pure. How often a choice was a strong one, by how sure the learner was: a row for each attempt whose debrief is open. */
export function calibrationView(log: ReadonlyArray<ToldStep>): CalibrationView {
  const told = log.filter((step) => step.isDebriefed && counts(step) && isScored(step.step.decision))
  const rated = told.filter(({ step }) => confidenceOf(step.logged.confidence) !== null)
  const attempts = [...new Set(rated.map(({ attempt }) => attempt))]
  return {
    summary: rated.length === 0 ? [] : summaryOf(LEVELS.map((level) => cellOf(rated, level))),
    cases: attempts.flatMap((attempt) => {
      const steps = rated.filter((step) => step.attempt === attempt)
      const [first] = steps
      if (!first) return []
      const { title, language } = first.loaded.case
      return [{ attempt, title, language, cells: LEVELS.map((level) => cellOf(steps, level)) }]
    }),
  }
}

type Cell = { strong: number; of: number }

function cellOf(steps: ReadonlyArray<ToldStep>, level: Confidence): Cell {
  const chosen = steps
    .filter(({ step }) => confidenceOf(step.logged.confidence) === level)
    .map(({ step }) => step.chosen)
  return { strong: chosen.filter(isStrong).length, of: chosen.length }
}

function summaryOf(cells: ReadonlyArray<Cell>): Array<string> {
  const parts = cells.flatMap(({ strong, of }, place) =>
    of === 0 ? [] : [`${strong} of ${of} when you were ${WORDS[LEVELS[place] ?? 'fairly']}`],
  )
  const told = `Choices rated 3 or 4 on each side that was rated: ${parts.join(', ')}.`
  return [told, comparisonOf(cells)]
}

function comparisonOf([certain, , guess]: ReadonlyArray<Cell>): string {
  if (!certain || !guess || certain.of < ENOUGH || guess.of < ENOUGH)
    return `It takes ${ENOUGH} certain decisions and ${ENOUGH} guesses before the two can be compared.`
  const difference = certain.strong / certain.of - guess.strong / guess.of
  if (difference >= 0.2)
    return 'Your certainty told strong choices from others: certain ones were strong more often than guesses.'
  if (difference <= -0.2)
    return 'Your certainty told against itself: guesses were strong more often than certain choices.'
  return 'Your certainty told little: certain choices were strong about as often as guesses.'
}
