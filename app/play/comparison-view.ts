import { compareRuns } from '../../machines/play/compare-runs.ts'
import type { Comparison, Pair } from '../../machines/play/compare-runs.ts'
import { sumsOf } from '../../machines/play/debrief.ts'
import type { ComparedRow, ComparisonView, RunChoice, RunEnd, RunScene } from '../components/what-if-views.ts'
import type { Played } from './attempt.server.ts'
import { sumsText, wayText } from './comparison-text.ts'
import type { Meeting } from './comparison-text.ts'
import { debriefStep, takenSteps } from './debrief-view.ts'
import { earlierPage, endingPage } from './play-page.ts'

/** Pure. Two runs that have ended, side by side: the attempt as it was played and a what-if on it. */
export function comparisonView(own: Played, other: Played): ComparisonView {
  const { attempt, loaded } = own
  const comparison = compareRuns(loaded.player.stepper, own.standing, other.standing)
  const [ownSteps, otherSteps] = [takenSteps(own), takenSteps(other)]
  const runs = { own, other, ownScene: scenesOf(own), otherScene: scenesOf(other) }
  const shared = own.standing.visits.slice(0, comparison.parting ?? own.standing.visits.length)
  const parting = ownSteps.findIndex(({ visit }) => visit === comparison.parting)
  return {
    attempt: attempt.id,
    slug: attempt.slug,
    title: loaded.case.title,
    language: loaded.case.language,
    from: other.whatIfFrom ?? 1,
    way: wayText(
      parting < 0 ? null : { number: parting + 1, title: ownSteps[parting]?.title ?? '' },
      meetingOf(comparison, runs.ownScene),
    ),
    sums: sumsText(sumsOf(ownSteps), sumsOf(otherSteps)),
    shared: shared.flatMap((_, visit) => runs.ownScene(visit) ?? []),
    rows: comparison.pairs.flatMap((pair) => rowOf(pair, comparison, runs)),
    own: endOf(own),
    other: endOf(other),
    isSameEnding: own.standing.state.scene === other.standing.state.scene,
    decisions: ownSteps.map(({ title, when }, place) => ({ number: place + 1, title, when })),
  }
}

type SceneAt = (visit: number | null) => RunScene | null

type BothRuns = { own: Played; other: Played; ownScene: SceneAt; otherScene: SceneAt }

/**
 * The scenes of a run by their visit; null for an ending, which is told by itself. Of what the debrief knows of a decision only the
 * choice goes along: what else was on offer in a what-if stays unsaid.
 */
function scenesOf(run: Played): SceneAt {
  const numbers = new Map(takenSteps(run).map((step, place) => [step.visit, { step, number: place + 1 }]))
  return (visit) => {
    const page = visit === null ? null : earlierPage(run, visit)
    if (page === null) return null
    const { title, when } = page.scene
    const taken = numbers.get(page.visit)
    if (!taken) return { title, when, choice: null }
    const { number, timedOut, scored, chosen: option } = debriefStep(run, taken.step, taken.number)
    return { title, when, choice: { number, timedOut, scored, option, outcomeHtml: page.outcomeHtml ?? '' } }
  }
}

function rowOf(pair: Pair, { parting, meeting }: Comparison, runs: BothRuns): Array<ComparedRow> {
  const [own, other] = [runs.ownScene(pair.first), runs.otherScene(pair.second)]
  if (own === null && other === null) return []
  const isParting = pair.first !== null && pair.first === parting
  const isMeeting = meeting !== null && pair.first === meeting.first
  const isSameScene =
    own !== null && other !== null && sceneIn(runs.own, pair.first) === sceneIn(runs.other, pair.second)
  return [
    {
      place: isParting ? 'parting' : isMeeting ? 'meeting' : 'between',
      own,
      other,
      isSameScene,
      isSame: isSameScene && isAlike(own.choice, other.choice),
    },
  ]
}

function sceneIn({ standing }: Played, visit: number | null): string | undefined {
  return visit === null ? undefined : standing.visits[visit]?.state.scene
}

/** Whether the same was chosen and the same came of it. The number that a decision has in its run is no part of that. */
function isAlike(own: RunChoice | null, other: RunChoice | null): boolean {
  if (own === null || other === null) return own === other
  return (
    own.timedOut === other.timedOut &&
    own.outcomeHtml === other.outcomeHtml &&
    own.option.html === other.option.html &&
    own.option.becauseHtml === other.option.becauseHtml
  )
}

function meetingOf({ meeting }: Comparison, ownScene: SceneAt): Meeting {
  if (meeting === null) return null
  const scene = ownScene(meeting.first)
  return scene === null ? { kind: 'ending' } : { kind: 'scene', title: scene.title }
}

function endOf(run: Played): RunEnd {
  const { ending, scene, frame } = endingPage(run, new Map(), new Map(), null)
  return { title: ending.title, html: ending.html === '' ? scene.html : ending.html, meters: frame.meters }
}
