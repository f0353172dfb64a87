import { spotsOf } from '../../machines/play/spots.ts'
import type { Spot } from '../../machines/play/spots.ts'
import type { SpotView } from '../components/profile-views.ts'
import { renderHtml } from '../cases/html.ts'
import { counts, linkTo } from './decisions-behind.ts'
import type { ToldStep } from './decisions-behind.ts'
import { confidenceOf } from './debrief-view.ts'

const WHAT: Record<Spot['kind'], string> = {
  certain: 'You were certain of',
  spared: 'You named as most harmful, although another option there is rated lower',
  guess: 'You were guessing, and chose',
}

/** Pure. Blind spots and hidden strengths, the latest first: only where a debrief has shown the ratings, and of what counted. */
export function spotViews(log: ReadonlyArray<ToldStep>): { blindSpots: Array<SpotView>; strengths: Array<SpotView> } {
  const found = log
    .filter((told) => told.isDebriefed && counts(told))
    .flatMap((told) =>
      spotsOf(told.step, confidenceOf(told.step.logged.confidence)).map((spot) => ({
        ...spot,
        view: spotView(told, spot),
      })),
    )
    .reverse()
  return {
    blindSpots: found.filter(({ kind }) => kind !== 'guess').map(({ view }) => view),
    strengths: found.filter(({ kind }) => kind === 'guess').map(({ view }) => view),
  }
}

function spotView(told: ToldStep, { kind, choice }: Spot): SpotView {
  const { loaded, standing, step } = told
  const { title, language } = loaded.case
  const state = standing.visits[step.visit]?.state
  const text = step.compiled.choices[choice.id]?.text ?? []
  return {
    caseTitle: title,
    title: step.title,
    language,
    to: linkTo(told).to,
    what: WHAT[kind],
    html: state ? renderHtml(text, (condition) => loaded.player.stepper.holds(condition, state)) : '',
    ratings: { execution: choice.execution, influence: choice.influence },
  }
}
