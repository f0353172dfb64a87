import { COMPETENCIES, EXECUTION } from '../../machines/case/case.ts'
import type { CompetencyId, Dimension } from '../../machines/case/case.ts'
import type { Competencies } from '../../machines/case/parse-competencies.ts'
import { shownCuts } from '../../machines/score/claims.ts'
import type { Figures } from '../../machines/score/claims.ts'
import { USUAL_DEMAND } from '../../machines/score/log.ts'
import type { Role } from '../../machines/score/log.ts'
import { COMPETENCY_MEASURE, DIMENSION_MEASURES } from '../../machines/score/measures.ts'
import type { Profile } from '../../machines/score/profile.ts'
import { regionOf } from '../../machines/score/region.ts'
import { resultOf } from '../../machines/score/result.ts'
import type { Result } from '../../machines/score/result.ts'
import { dayText } from '../components/day-text.ts'
import type {
  CompetencyView,
  DimensionView,
  NextCaseView,
  ProfileView,
  Said,
  UnderWayView,
} from '../components/profile-views.ts'
import { calibrationView } from './calibration-view.ts'
import { counts, evidenceOn, linksTo } from './decisions-behind.ts'
import type { ToldStep } from './decisions-behind.ts'
import { momentViews } from './moments-view.ts'
import {
  claimText,
  contrastText,
  counted,
  emphasisText,
  evidenceText,
  headlineOf,
  surenessText,
} from './profile-text.ts'
import type { RoleAsked } from './role-asked.server.ts'
import { spotViews } from './spots-view.ts'

/** All that a profile is told from. */
export type ProfileParts = {
  log: ReadonlyArray<ToldStep>
  profile: Profile
  asked: RoleAsked | null
  competencies: Competencies
  next: NextCaseView | null
  underWay: UnderWayView | null
}

/** Pure. What the profile page shows. */
export function profileView(parts: ProfileParts): ProfileView {
  const { log, profile, asked, next, underWay } = parts
  const role = roleOrUsual(asked)
  const result = resultOf(profile, role)
  const stage = log.length === 0 ? 'empty' : log.some(counts) ? 'known' : 'uncounted'
  return {
    stage,
    ...HEADINGS[stage],
    ...(stage === 'known' ? { headline: headlineOf(result) } : {}),
    kicker: kickerOf(log),
    dimensions: {
      execution: dimensionView(parts, result, 'execution', role),
      influence: dimensionView(parts, result, 'influence', role),
    },
    role: roleView(asked),
    region: regionOf(profile.belief),
    contrast: contrastText(result),
    emphasis: emphasisText(result, role, asked !== null),
    next,
    underWay,
    competencies: {
      execution: competencyViews(parts, result, 'execution'),
      influence: competencyViews(parts, result, 'influence'),
    },
    ...spotViews(log),
    calibration: calibrationView(log),
    moments: momentViews(log, role),
  }
}

/** Pure. What a role asks, or what is assumed where nobody has said. */
export function roleOrUsual(asked: RoleAsked | null): Role {
  return asked?.role ?? { execution: USUAL_DEMAND, influence: USUAL_DEMAND }
}

const HEADINGS = {
  empty: {
    headline: 'Nothing is known here yet. That is where everyone begins.',
    lead: 'Play a case, and each decision you have read and not met before moves these two estimates and narrows their bands.',
  },
  uncounted: {
    headline: 'You have decided, but nothing of it counts yet.',
    lead: 'Decisions that were answered faster than they can be read, or that you had met before, leave the estimates where they were.',
  },
  known: { headline: '', lead: null },
} satisfies Record<ProfileView['stage'], Pick<ProfileView, 'headline' | 'lead'>>

function kickerOf(log: ReadonlyArray<ToldStep>): string {
  if (log.length === 0) return 'Profile'
  const cases = new Set(log.map(({ slug }) => slug)).size
  const counting = log.filter(counts).length
  const told = `Profile · after ${counted(log.length, 'decision')} in ${counted(cases, 'case')}`
  return counting === log.length ? told : `${told}, ${counting} of which count`
}

function roleView(asked: RoleAsked | null): ProfileView['role'] {
  if (asked === null) {
    return { isAnswered: false, sentence: 'You have not said what your role asks, so 3 of 5 is assumed on both sides.' }
  }
  const { demands, answeredAt } = asked
  const day = dayText(answeredAt.toISOString().slice(0, 10))
  return {
    isAnswered: true,
    sentence: `By your answers of ${day} your role asks for ${demands.execution.toFixed(1)} of 5 in execution and ${demands.influence.toFixed(1)} of 5 in influence.`,
  }
}

function dimensionView({ log }: ProfileParts, { dimensions }: Result, dimension: Dimension, role: Role): DimensionView {
  return {
    ...said(dimensions[dimension], evidenceOn(log, dimension, null)),
    cuts: shownCuts(DIMENSION_MEASURES[dimension], role[dimension]),
    ticks: shownCuts(COMPETENCY_MEASURE, role[dimension]),
    demand: role[dimension],
  }
}

/** What carries a claim first, then by how narrow the interval is. */
function competencyViews(
  { log, competencies }: ProfileParts,
  result: Result,
  dimension: Dimension,
): Array<CompetencyView> {
  return COMPETENCIES.filter((id) => dimensionOf(id) === dimension)
    .sort((one, other) => knownness(result.competencies[other]) - knownness(result.competencies[one]))
    .map((id) => {
      const { name, description, indicator, failure } = competencies[id]
      const figures = said(result.competencies[id], evidenceOn(log, dimension, id))
      return { id, name, description, indicator, failure, ...figures }
    })
}

function knownness({ claim, sd }: Figures): number {
  return (claim === 'none' ? 0 : 10) - sd
}

/** Pure. The dimension of a competency. */
export function dimensionOf(id: CompetencyId): Dimension {
  return EXECUTION.some((known) => known === id) ? 'execution' : 'influence'
}

function said(figures: Figures, behind: ReadonlyArray<ToldStep>): Said {
  const { t, low, high, claim } = figures
  return {
    t,
    low,
    high,
    isClaimed: claim !== 'none',
    claim: claimText(figures),
    sureness: surenessText(figures),
    evidence: evidenceText(figures),
    behind: linksTo(behind),
  }
}
