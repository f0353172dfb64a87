import type { Scene } from '../../machines/case/case.ts'
import { orderOptions } from '../../machines/play/option-order.ts'
import type { Visit } from '../../machines/play/replay.ts'
import { renderHtml } from '../cases/html.ts'
import type { Html } from '../cases/html.ts'
import type { CompiledScene } from '../cases/compile.server.ts'
import { addressWith } from '../components/address.ts'
import type {
  BeatPage,
  DecisionPage,
  EarlierPage,
  EndingPage,
  MeterView,
  Onward,
  OutcomePage,
  PlayFrame,
  ReflectionView,
  SceneText,
  TrailEntry,
} from '../components/views.ts'
import type { LoadedCase } from '../cases/library.server.ts'
import type { Played } from './attempt.server.ts'

/** What its pages need to know of an attempt, of a what-if or of a draft that is tried. */
export type Run = Pick<Played, 'standing' | 'address' | 'whatIfFrom'> & {
  attempt: { id: string; slug: string; decisions: ReadonlyArray<{ timedOut: boolean }> }
  loaded: Pick<LoadedCase, 'hash' | 'case' | 'html' | 'player' | 'remaining'>
}

/** Where something stands in an attempt: after which decision (from 0), or before the first. */
export type After = number | 'start'

/**
 * Pure. What an attempt shows, from its version and its log. All functions take the attempt as it has been replayed; none can say
 * anything of a scene that the log has not reached.
 */
export function decisionPage(played: Run, secondsLeft: number | null, notice: string | null): DecisionPage {
  const { attempt, standing } = played
  const here = standing.visits.length - 1
  if (standing.at.kind !== 'decision') throw new Error('Expected an open decision')
  const { decision, scene } = standing.at
  const compiled = compiledScene(played, scene)
  const offered = played.loaded.player.stepper.offered(standing.state)
  return {
    kind: 'decision',
    frame: frameOf(played, here, attempt.decisions.length, notice),
    scene: sceneText(played, here),
    seq: attempt.decisions.length,
    questionHtml: html(played, here, compiled.question),
    options: orderOptions(attempt.id, decision.id, offered).map(({ id }) => ({
      id,
      html: html(played, here, compiled.choices[id]?.text ?? []),
    })),
    asksWorst: asksWorst(played),
    secondsLeft,
  }
}

/** Pure. Whether the open decision asks for the most harmful option: with two, the one not chosen says nothing. */
export function asksWorst({ loaded, standing }: Run): boolean {
  return (
    standing.at.kind === 'decision' &&
    standing.at.decision.asksWorst &&
    loaded.player.stepper.offered(standing.state).length > 2
  )
}

/** Pure. What happened at once after decision `seq`; null where the author tells nothing or there is no such decision. */
export function outcomePage(played: Run, seq: number): OutcomePage | null {
  const visit = decidedVisit(played, seq)
  const logged = played.attempt.decisions[seq]
  if (visit === null || !logged) return null
  const { chosenHtml, outcomeHtml } = chosenTexts(played, visit)
  if (outcomeHtml === null || chosenHtml === null) return null
  return {
    kind: 'outcome',
    frame: frameOf(played, visit, seq + 1, null),
    scene: sceneText(played, visit),
    chosenHtml,
    timedOut: logged.timedOut,
    outcomeHtml,
    onward: onwardFrom(played, seq, 0),
  }
}

/** Pure. The beat number `index` between decision `after` and the next rest; null where there is none. */
export function beatPage(played: Run, after: After, index: number): BeatPage | null {
  const visit = beatsAfter(played, after)[index]
  if (visit === undefined) return null
  const decided = after === 'start' ? 0 : after + 1
  return {
    kind: 'beat',
    frame: frameOf(played, visit, decided, null),
    scene: sceneText(played, visit),
    onward: onwardFrom(played, after, index + 1),
  }
}

/** Pure. The ending with its questions. */
export function endingPage(
  played: Run,
  answers: ReadonlyMap<number, string>,
  problems: ReadonlyMap<number, string>,
  notice: string | null,
): EndingPage {
  const { standing, attempt } = played
  if (standing.at.kind !== 'ending') throw new Error('Expected an attempt that has ended')
  const { scene, ending } = standing.at
  const here = standing.visits.length - 1
  const compiled = compiledScene(played, scene)
  const reflections = compiled.reflections.map((question, place): ReflectionView => ({
    question: place,
    html: html(played, here, question),
    answer: answers.get(place) ?? '',
    problem: problems.get(place) ?? null,
  }))
  return {
    kind: 'ending',
    frame: frameOf(played, here, attempt.decisions.length, notice),
    scene: sceneText(played, here),
    ending: { title: ending.title ?? scene.title ?? 'The end', html: html(played, here, compiled.ending) },
    reflections,
    reflected: problems.size === 0 && reflections.every(({ answer }) => answer !== ''),
    wordsAsked: null,
  }
}

/** Pure. A scene that was read before; null where no such visit lies behind. */
export function earlierPage(played: Run, visit: number): EarlierPage | null {
  const seen = played.standing.visits[visit]
  if (!seen || visit >= played.standing.visits.length - 1 || !isShown(sceneOf(played, seen))) return null
  const scene = sceneOf(played, seen)
  const decided = seen.choice !== null
  return {
    kind: 'earlier',
    frame: { ...frameOf(played, played.standing.visits.length - 1, played.attempt.decisions.length, null) },
    scene: sceneText(played, visit),
    questionHtml: decided ? html(played, visit, compiledScene(played, scene).question) : null,
    ...(decided ? chosenTexts(played, visit) : { chosenHtml: null, outcomeHtml: null }),
    visit,
  }
}

/** Pure. Where the reader goes from the outcome of a decision, or from the beat before number `beat`. */
export function onwardFrom(played: Run, after: After, beat: number): Onward {
  const { attempt, standing, address: to } = played
  const visit = beatsAfter(played, after)[beat]
  if (visit !== undefined)
    return { to: addressWith(to, `after=${after}&beat=${beat}`), label: continueTo(played, visit) }
  const isLast = (after === 'start' ? 0 : after + 1) === attempt.decisions.length
  return isLast ? { to, label: continueTo(played, standing.visits.length - 1) } : { to, label: 'Back to where you are' }
}

function continueTo(played: Run, visit: number): string {
  const seen = played.standing.visits[visit]
  const when = seen ? sceneOf(played, seen).when : null
  return when === null ? 'Continue' : `Continue to ${when}`
}

/** The visits of the beats between a decision and where play rests next. */
function beatsAfter(played: Run, after: After): Array<number> {
  const { visits } = played.standing
  const from = after === 'start' ? 0 : (decidedVisit(played, after) ?? visits.length) + 1
  const beats: Array<number> = []
  for (let visit = from; visit < visits.length; visit += 1) {
    const seen = visits[visit]
    if (!seen) break
    const scene = sceneOf(played, seen)
    if (scene.exit.kind !== 'next') break
    if (isShown(scene)) beats.push(visit)
  }
  return beats
}

function decidedVisit({ standing }: Run, seq: number): number | null {
  let decided = -1
  for (const [visit, { choice }] of standing.visits.entries()) {
    if (choice !== null) decided += 1
    if (choice !== null && decided === seq) return visit
  }
  return null
}

function chosenTexts(played: Run, visit: number): { chosenHtml: string | null; outcomeHtml: string | null } {
  const seen = played.standing.visits[visit]
  const texts = seen?.choice == null ? undefined : compiledScene(played, sceneOf(played, seen)).choices[seen.choice]
  if (!texts) return { chosenHtml: null, outcomeHtml: null }
  // What happens at once is told in the state to which the choice led.
  return {
    chosenHtml: html(played, visit, texts.text),
    outcomeHtml: texts.outcome && html(played, visit + 1, texts.outcome),
  }
}

function frameOf(played: Run, here: number, decided: number, notice: string | null): PlayFrame {
  const { attempt, loaded, standing } = played
  const { case: source } = loaded
  const rests =
    standing.visits[Math.min(standing.visits.length - 1, here + (standing.visits[here]?.choice == null ? 0 : 1))]
  const left = rests ? loaded.remaining(rests.state) : { min: 0, max: 0 }
  return {
    attempt: attempt.id,
    address: played.address,
    whatIfFrom: played.whatIfFrom,
    slug: attempt.slug,
    title: source.title,
    language: source.language,
    progress: { decided, min: decided + left.min, max: left.max === null ? null : decided + left.max },
    meters: rests ? metersIn(played, rests) : [],
    trail: trailBefore(played, here),
    notice,
  }
}

function trailBefore(played: Run, here: number): Array<TrailEntry> {
  return played.standing.visits.slice(0, here).flatMap((seen, visit) => {
    const scene = sceneOf(played, seen)
    return isShown(scene) ? [{ visit, title: titleOf(scene), when: scene.when }] : []
  })
}

function metersIn({ loaded }: Run, { state }: Visit): Array<MeterView> {
  return loaded.player.stepper.slots.variables.flatMap((variable, slot) => {
    if (variable.label === null) return []
    const value = state.values[slot] ?? 0
    if (variable.kind === 'boolean')
      return [{ label: variable.label, value, min: 0, max: 1, text: value === 1 ? 'Yes' : 'No' }]
    const { label, min, max } = variable
    return [{ label, value, min, max, text: min === 0 ? `${value} of ${max}` : `${value}, between ${min} and ${max}` }]
  })
}

function sceneText(played: Run, visit: number): SceneText {
  const seen = played.standing.visits[visit]
  if (!seen) throw new Error(`Expected a visit, found none at ${visit}`)
  const scene = sceneOf(played, seen)
  return { title: titleOf(scene), when: scene.when, html: html(played, visit, compiledScene(played, scene).prose) }
}

function html(played: Run, visit: number, source: Html): string {
  const { stepper } = played.loaded.player
  const state = played.standing.visits[visit]?.state
  return state ? renderHtml(source, (condition) => stepper.holds(condition, state)) : ''
}

function compiledScene({ loaded }: Run, { id }: Scene): CompiledScene {
  const compiled = loaded.html[id]
  if (!compiled) throw new Error(`Expected scene "${id}" of ${loaded.hash} to be compiled`)
  return compiled
}

function sceneOf({ loaded }: Run, { state }: Visit): Scene {
  return loaded.player.stepper.scene(state.scene)
}

/** Routers are passed through unseen. */
function isShown(scene: Scene): boolean {
  return scene.exit.kind !== 'next' || scene.prose.length > 0
}

/** A scene that is nothing but its ending is called like the ending. */
function titleOf({ title, prose, exit }: Scene): string {
  const ending = exit.kind === 'ending' ? exit.title : null
  return (prose.length === 0 ? (ending ?? title) : (title ?? ending)) ?? 'Untitled scene'
}
