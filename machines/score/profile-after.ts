import { BEST_PICK_SLOPE } from '../case/information.ts'
import type { Belief } from './belief.ts'
import { tellsApart, withDecision } from './evidence.ts'
import { aged } from './growth.ts'
import type { LoggedDecision } from './log.ts'
import { observe } from './observe.ts'
import { type Pair, valueOf } from './pick.ts'
import type { Profile } from './profile.ts'
import { type TaggedIndices, taggedIndices } from './tagged.ts'
import { EXPOSURE_WEIGHTS, weightInCase } from './weight.ts'

/** How sharply the pick of the worst option follows competence: half as sharply as that of the best, and the other way. */
export const WORST_PICK_SLOPE = -0.35
/** A worst pick relative to a best pick: how well people find the worst option is not known. */
export const WORST_PICK_WEIGHT = 0.3

/**
 * Pure. The profile after one more decision, which must have been read. The work doesn't grow with the number of decisions
 * before; with the number of different cases only a list of slugs does.
 */
export function profileAfter(profile: Profile, decision: LoggedDecision): Profile {
  const exposureWeight = EXPOSURE_WEIGHTS[decision.exposure]
  const counts = exposureWeight > 0
  const toAnotherCase = counts && decision.case !== profile.lastCountedCase
  const belief = aged(profile.belief, toAnotherCase, decision.idleDays)
  if (!counts) return { ...profile, belief }
  const tagged = taggedIndices(decision)
  return {
    modelVersion: profile.modelVersion,
    belief: afterPicks(belief, tagged, decision, weightInCase(exposureWeight, decision.nBar)),
    ...withEvidence(profile, tagged, decision),
    lastCountedCase: decision.case,
  }
}

/** The best pick is observed first, the worst pick then at what it left, without the option picked as best. */
function afterPicks(belief: Belief, tagged: TaggedIndices, decision: LoggedDecision, weight: number): Belief {
  if (tagged.execution === null && tagged.influence === null) return belief
  const options = decision.options.map(valueOf)
  const best = optionAt(options, decision.best)
  const afterBest = observe(belief, tagged, { options, pick: best, slope: BEST_PICK_SLOPE, weight })
  if (decision.worst === null) return afterBest
  return observe(afterBest, tagged, {
    options: options.filter((option) => option !== best),
    pick: optionAt(options, decision.worst),
    slope: WORST_PICK_SLOPE,
    weight: WORST_PICK_WEIGHT * weight,
  })
}

/** A decision is evidence on what it tags if its options differ there, whatever its weight and its picks. */
function withEvidence(profile: Profile, tagged: TaggedIndices, decision: LoggedDecision) {
  const { execution, influence } = profile.dimensions
  const onExecution = tellsApart(decision, 'execution')
  const onInfluence = tellsApart(decision, 'influence')
  return {
    dimensions: {
      execution: onExecution ? withDecision(execution, decision.case) : execution,
      influence: onInfluence ? withDecision(influence, decision.case) : influence,
    },
    competencies: profile.competencies.map((evidence, c) =>
      (onExecution && c === tagged.execution) || (onInfluence && c === tagged.influence)
        ? withDecision(evidence, decision.case)
        : evidence,
    ),
  }
}

function optionAt(options: ReadonlyArray<Pair>, index: number): Pair {
  const option = options[index]
  if (option === undefined) throw new RangeError(`expected a pick among ${options.length} options, found ${index}`)
  return option
}
