import type { Case, CompetencyId, Decision, Ending, Place } from '../case/case.ts'
import { COMPETENCIES } from '../case/case.ts'
import { decisionsOf } from '../case/quality.ts'
import { attainedShares } from './attained.ts'
import type { Percent } from './attained.ts'
import { decisionReport } from './decision-report.ts'
import type { DecisionFlow, DecisionReport, Shown } from './decision-report.ts'
import { flowNetwork, SMALLEST_GROUP } from './flow-network.ts'
import type { FlowArc } from './flow-network.ts'
import { medianOf } from './median.ts'
import { protect } from './protect.ts'
import type { Mark, World } from './protect.ts'
import { headingsOf } from './tally.ts'
import type { Tally } from './tally.ts'
import { wilsonShare } from './wilson.ts'
import type { Share } from './wilson.ts'

/** How a cohort decided in a case, ready to be drawn: nothing in it tells of a group that is too small. */
export type CaseReport = {
  /** Learners whose first attempt has come to an ending: all numbers are of them. */
  learners: number
  /** In the order of the file, routers left out as on the map. */
  scenes: Array<{ id: string; learners: Shown }>
  edges: Array<{ from: string; to: string; learners: Shown }>
  endings: Array<{ id: string; outcome: Ending['outcome']; learners: Shown; share: Share | null; place: Place }>
  decisions: Array<DecisionReport>
  /** How much of what was on offer was taken; null where too few were asked or it would tell too much. */
  attained: Array<{ competency: CompetencyId; share: Percent | null }>
  /** Time at the case without pauses, in minutes: the median. */
  minutes: number | null
}

/**
 * Pure. What a tally of a case version shows; null while fewer than ten have ended it. No number of one or two learners is
 * told, nor can it be worked out from the others (`protect`). The work depends on the case, not on how many played it.
 */
export function caseReport(source: Case, tally: Tally): CaseReport | null {
  const headings = headingsOf(tally)
  const learners = headings('attempts').get('ended') ?? 0
  if (learners < SMALLEST_GROUP) return null
  const arcs = flowNetwork(source, headings)
  const { marks, worlds } = protect(arcs)
  const shown = shownIn(arcs, marks)
  const attained = attainedShares(source, headings, arcs, worlds)
  return {
    learners,
    scenes: arcs.flatMap(({ counted }, place) =>
      counted.kind === 'scene' ? [{ id: counted.scene, learners: shown(place) }] : [],
    ),
    edges: arcs.flatMap(({ counted }, place) =>
      counted.kind === 'edge' ? [{ from: counted.from, to: counted.to, learners: shown(place) }] : [],
    ),
    endings: endingsOf(source, arcs, shown, learners),
    decisions: decisionsOf(source.scenes).map((decision) => {
      const answers = numberOf(arcs, shown, ({ counted }) => isSceneOf(source, counted, decision))
      return decisionReport(decision, headings, { answers, chosen: chosenIn(decision, arcs, shown, worlds) })
    }),
    attained: COMPETENCIES.flatMap((competency) => {
      const share = attained.get(competency)
      return share === undefined ? [] : [{ competency, share }]
    }),
    minutes: medianOf(headings('minutes')),
  }
}

function chosenIn(
  { id }: Decision,
  arcs: ReadonlyArray<FlowArc>,
  shown: (place: number) => Shown,
  worlds: ReadonlyArray<World>,
): DecisionFlow['chosen'] {
  const options = arcs.flatMap(({ counted, value }, place) => {
    if (counted.kind !== 'option' || counted.decision !== id) return []
    const most = Math.max(value, ...worlds.map((world) => value + (world.get(place) ?? 0)))
    return [[counted.choice, { shown: shown(place), most }] as const]
  })
  return new Map(options)
}

function shownIn(arcs: ReadonlyArray<FlowArc>, marks: ReadonlyArray<Mark>): (place: number) => Shown {
  return (place) => {
    const mark = marks[place] ?? 'hidden'
    return mark === 'shown' ? (arcs[place]?.value ?? 'hidden') : mark
  }
}

function numberOf(
  arcs: ReadonlyArray<FlowArc>,
  shown: (place: number) => Shown,
  isIt: (arc: FlowArc) => boolean,
): Shown {
  const place = arcs.findIndex(isIt)
  return place === -1 ? 'hidden' : shown(place)
}

function isSceneOf({ scenes }: Case, counted: FlowArc['counted'], decision: Decision): boolean {
  if (counted.kind !== 'scene') return false
  return scenes.some(({ id, exit }) => id === counted.scene && exit === decision)
}

function endingsOf(
  { scenes }: Case,
  arcs: ReadonlyArray<FlowArc>,
  shown: (place: number) => Shown,
  learners: number,
): CaseReport['endings'] {
  return scenes.flatMap(({ id, exit }) => {
    if (exit.kind !== 'ending') return []
    const number = numberOf(arcs, shown, ({ counted }) => counted.kind === 'scene' && counted.scene === id)
    const share = typeof number === 'number' ? wilsonShare(number, learners) : null
    return [{ id: exit.id, outcome: exit.outcome, learners: number, share, place: exit.place }]
  })
}
