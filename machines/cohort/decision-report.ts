import type { Choice, Decision, Dimension, Place } from '../case/case.ts'
import { isScored } from '../case/case.ts'
import { shownAt } from '../score/claims.ts'
import { confidenceReport } from './confidence-report.ts'
import type { LevelReport } from './confidence-report.ts'
import { SMALLEST_GROUP } from './flow-network.ts'
import { decisionDiscrimination, isDead, miskeyedOn, optionDiscrimination } from './items.ts'
import type { Miskeyed } from './items.ts'
import { medianOf } from './median.ts'
import { protectParts } from './protect-parts.ts'
import { meanAbility, takersOf, together } from './takers.ts'
import type { Takers } from './takers.ts'
import type { Heading } from './tally.ts'
import { wilsonShare } from './wilson.ts'
import type { Share } from './wilson.ts'

/** A number of learners; `few` is one or two, `hidden` any, kept back so that no few can be worked out. */
export type Shown = number | 'few' | 'hidden'

export type DecisionReport = {
  id: string
  place: Place
  answers: Shown
  /** Null where fewer than ten answered, or how many is hidden. */
  figures: DecisionFigures | null
}

type DecisionFigures = {
  /** In the order of the file. */
  options: Array<OptionReport>
  /** How many named no option as the most harmful. */
  namedNone: Shown
  confidence: Array<LevelReport>
  /** From the scene to the choice: the median. Null where it is known of fewer than ten. */
  seconds: number | null
  /** −1…1 in hundredths, see `decisionDiscrimination`. */
  discrimination: Record<Dimension, number | null>
}

export type OptionReport = {
  id: string
  place: Place
  chosen: Shown
  share: Share | null
  namedWorst: Shown
  worstShare: Share | null
  /** The mean ability of those who took it, as profiles show it (50 is the prior mean), in whole points. */
  ability: Record<Dimension, number | null>
  /** −1…1 in hundredths, see `optionDiscrimination`. */
  discrimination: Record<Dimension, number | null>
  /** On what its rating looks wrong, see `miskeyedOn`. */
  miskeyedOn: Array<Miskeyed>
  isDead: boolean
}

/** What the flow of the case shows of a decision; `most` is the largest number that may be hidden at an option. */
export type DecisionFlow = {
  answers: Shown
  chosen: ReadonlyMap<string, { shown: Shown; most: number }>
}

/** Pure. How a decision was answered. */
export function decisionReport(
  decision: Decision,
  headings: (heading: string) => Heading,
  { answers, chosen }: DecisionFlow,
): DecisionReport {
  const { id, place } = decision
  if (typeof answers !== 'number' || answers < SMALLEST_GROUP) return { id, place, answers, figures: null }
  const takers = takersOf(decision, headings)
  const worst = worstPicks(decision, headings(`worst ${id}`), answers, chosen)
  const counts = decision.choices.map((choice) => chosen.get(choice.id)?.shown ?? 'hidden')
  const options = decision.choices.map((choice, k): OptionReport => {
    const [taken = 'hidden', namedWorst = 'hidden'] = [counts[k], worst[k]]
    return {
      id: choice.id,
      place: choice.place,
      chosen: taken,
      share: shareOf(taken, answers),
      namedWorst,
      worstShare: shareOf(namedWorst, answers),
      ...abilityFigures(decision, takers, choice, typeof taken === 'number'),
      miskeyedOn: miskeyedOn(decision, takers, choice),
      isDead:
        taken !== 'hidden' &&
        isDead(headings(`chosen ${id}`).get(choice.id) ?? 0, headings(`offered ${id}`).get(choice.id) ?? 0),
    }
  })
  const areAllShown = counts.every((count) => typeof count === 'number')
  return {
    id,
    place,
    answers,
    figures: {
      options,
      namedNone: worst.at(-1) ?? 'hidden',
      confidence: confidenceReport(headings(`confidence ${id}`), headings(`quality ${id}`), {
        isQualityTold: areAllShown && isScored(decision),
      }),
      seconds: medianOf(headings(`seconds ${id}`)),
      discrimination: perDimension((dimension) =>
        isGroup(together([...takers.values()]))
          ? hundredths(decisionDiscrimination(decision, takers, dimension))
          : null,
      ),
    },
  }
}

/**
 * By option, and last of those who named none. Whoever took an option did not name it: where so many named one that this would
 * tell how many took it, nothing is said.
 */
function worstPicks(
  { choices }: Decision,
  named: Heading,
  answers: number,
  chosen: DecisionFlow['chosen'],
): Array<Shown> {
  const counts = choices.map(({ id }) => named.get(id) ?? 0)
  const tells = choices.some(({ id }, k) => (counts[k] ?? 0) > answers - (chosen.get(id)?.most ?? 0))
  const all = [...counts, named.get('-') ?? 0]
  return tells ? all.map(() => 'hidden') : protectParts(all)
}

/** Nothing is said of the abilities of fewer than ten; nor of an option whose number is hidden, from which it could be guessed. */
function abilityFigures(
  decision: Decision,
  takers: ReadonlyMap<string, Takers>,
  choice: Choice,
  isShown: boolean,
): Pick<OptionReport, 'ability' | 'discrimination'> {
  const own = takers.get(choice.id)
  const told = (figure: (dimension: Dimension, own: Takers) => number | null) =>
    perDimension((dimension) =>
      own && isShown && isGroup(own) && decision[dimension] !== null ? figure(dimension, own) : null,
    )
  return {
    ability: told((dimension, group) => Math.round(shownAt(meanAbility(group, dimension)))),
    discrimination: told((dimension) => hundredths(optionDiscrimination(takers, choice.id, dimension))),
  }
}

function isGroup({ n }: Takers): boolean {
  return n >= SMALLEST_GROUP
}

function perDimension<T>(valueOf: (dimension: Dimension) => T): Record<Dimension, T> {
  return { execution: valueOf('execution'), influence: valueOf('influence') }
}

function hundredths(value: number | null): number | null {
  return value === null ? null : Math.round(100 * value) / 100
}

function shareOf(count: Shown, of: number): Share | null {
  return typeof count === 'number' ? wilsonShare(count, of) : null
}
