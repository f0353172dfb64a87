import type { Choice, CompetencyId, Decision, Scene } from '../../machines/case/case.ts'
import { isScored } from '../../machines/case/case.ts'
import { DIMENSIONS } from '../../machines/case/quality.ts'
import { decisionsOf, qualityOf } from '../../machines/case/quality.ts'
import type { DecisionReport, OptionReport } from '../../machines/cohort/decision-report.ts'
import type { LoadedCase } from '../cases/library.server.ts'
import { renderHtml } from '../cases/html.ts'
import type { Html } from '../cases/html.ts'
import type { DecisionStats, OptionStats } from '../components/report-views.ts'
import { barView, countText } from './words.ts'

/** Where a decision stands in a case: its scene, and its number in the order of the file, from 1. */
export type PlacedDecision = { scene: Scene; decision: Decision; number: number; of: number }

/** Pure. The decisions of a case in the order of the file. */
export function placedDecisions({ case: source }: LoadedCase): Array<PlacedDecision> {
  const all = decisionsOf(source.scenes)
  return source.scenes.flatMap((scene) => {
    const { exit } = scene
    if (exit.kind !== 'decision') return []
    return [{ scene, decision: exit, number: all.indexOf(exit) + 1, of: all.length }]
  })
}

type Told = { loaded: LoadedCase; names: (id: CompetencyId) => string }

/** Pure. One decision with how a cohort answered it. Prose that depends on the way is shown with all its parts. */
export function decisionStats(
  { scene, decision, number, of }: PlacedDecision,
  report: DecisionReport | undefined,
  { loaded, names }: Told,
): DecisionStats {
  const html = loaded.html[scene.id]
  const figures = report?.figures ?? null
  const competencies = [decision.execution, decision.influence].flatMap((id) => (id === null ? [] : [names(id)]))
  return {
    id: decision.id,
    number,
    of,
    title: scene.title ?? 'Untitled scene',
    questionHtml: everyPart(html?.question ?? null),
    competencies: competencies.length === 0 ? 'Not rated.' : `${sentence(competencies)}.`,
    answers: report === undefined ? '' : `${capital(countText(report.answers))} answers.`,
    options: decision.choices.map((choice): OptionStats => {
      const own = figures?.options.find(({ id }) => id === choice.id)
      return optionStats(choice, own, { decision, report, html: everyPart(html?.choices[choice.id]?.text ?? null) })
    }),
    notes: figures === null ? [] : notesOf(decision, figures),
    isShown: figures !== null,
    line: decision.place.line,
  }
}

function optionStats(
  choice: Choice,
  own: OptionReport | undefined,
  { decision, report, html }: { decision: Decision; report: DecisionReport | undefined; html: string },
): OptionStats {
  const answers = report?.answers ?? 'hidden'
  const asksWorst = decision.asksWorst && decision.choices.length > 2
  return {
    id: choice.id,
    html,
    ratings: { execution: choice.execution, influence: choice.influence },
    best: barView(own?.chosen ?? 'hidden', answers, own?.share ?? null),
    harm: asksWorst ? barView(own?.namedWorst ?? 'hidden', answers, own?.worstShare ?? null) : null,
    ability: own ? abilityText(own) : null,
    flags: own ? flagsOf(choice, own, decision) : [],
    line: choice.place.line,
  }
}

function abilityText({ ability }: OptionReport): string | null {
  const parts = DIMENSIONS.flatMap((dimension) => {
    const value = ability[dimension]
    return value === null ? [] : [`${value} in ${dimension}`]
  })
  return parts.length === 0 ? null : `Those who chose it stand at ${parts.join(' and ')} on average`
}

function flagsOf(choice: Choice, own: OptionReport, decision: Decision): Array<string> {
  const flags: Array<string> = []
  if (own.miskeyedOn.length > 0)
    flags.push(
      'The more able choose this rather than what is rated higher, more often than chance explains. Its rating may be wrong.',
    )
  if (own.isDead) flags.push('Nearly nobody chooses it: as it stands, it does not tempt anyone.')
  const qualities = decision.choices.map(qualityOf)
  const isLowest = isScored(decision) && qualityOf(choice) === Math.min(...qualities)
  if (isLowest && own.share !== null && own.share.share >= 0.15)
    flags.push(`Rated lowest, chosen by ${countText(own.chosen)}. The temptation works.`)
  const isHigh = isScored(decision) && qualityOf(choice) >= 0.6
  if (isHigh && own.worstShare !== null && own.worstShare.share >= 0.2)
    flags.push(
      `Named most harmful by ${countText(own.namedWorst)}, though it is rated well. Worth asking the room why.`,
    )
  return flags
}

type Figures = NonNullable<DecisionReport['figures']>

const SURENESS = { certain: 'certain', fairly: 'fairly sure', guess: 'guessing' } as const

function notesOf(decision: Decision, { seconds, confidence, discrimination, namedNone }: Figures): Array<string> {
  const notes: Array<string> = []
  if (seconds !== null) notes.push(`Half of them decided within ${timeText(seconds)} of reading the scene.`)
  const sure = confidence.flatMap(({ level, learners, quality }) => {
    if (level === null || learners === 0 || learners === 'hidden') return []
    const worth = quality === null ? '' : ` (their choices are worth ${Math.round(100 * quality)} of 100)`
    return [`${learners === 'few' ? 'fewer than three' : learners} were ${SURENESS[level]}${worth}`]
  })
  if (sure.length > 0) notes.push(`${capital(sentence(sure))}.`)
  if (sure.length > 0 && isScored(decision) && confidence.every(({ quality }) => quality === null))
    notes.push('How well they chose by how sure they were is not shown here, since it would tell of too few.')
  if (decision.asksWorst && decision.choices.length > 2 && namedNone !== 0 && namedNone !== 'hidden')
    notes.push(`${namedNone === 'few' ? 'Fewer than three' : namedNone} named no option as most harmful.`)
  for (const dimension of DIMENSIONS) {
    const value = discrimination[dimension]
    if (value !== null)
      notes.push(
        `How well it tells the able from the less able in ${dimension}: ${signed(value)}, from −1 to 1; above 0.2 is good.`,
      )
  }
  return notes
}

function signed(value: number): string {
  return value.toFixed(2).replace('-', '−')
}

function timeText(seconds: number): string {
  if (seconds < 90) return `${seconds} seconds`
  return `${Math.round(seconds / 60)} minutes`
}

/** Pure. What an author wrote, with every part that may be shown on some way. */
export function everyPart(html: Html | null): string {
  return html === null ? '' : renderHtml(html, () => true)
}

function sentence(parts: ReadonlyArray<string>): string {
  return capital(new Intl.ListFormat('en-GB').format(parts))
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
