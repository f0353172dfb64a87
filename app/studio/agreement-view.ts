import type { Case } from '../../machines/case/case.ts'
import { decisionsOf, DIMENSIONS } from '../../machines/case/quality.ts'
import { agreementOn, optionAgreements } from '../../machines/cohort/agreement.ts'
import type { BlindRating, OptionAgreement } from '../../machines/cohort/agreement.ts'
import type { AgreementView, DisputedOption } from '../components/studio-views.ts'
import type { StoredRating } from '../data/blind-ratings.server.ts'

/** Pure. How far those who rated a case agree, among themselves and with its key. */
export function agreementView(source: Case, stored: ReadonlyArray<StoredRating>): AgreementView {
  const decisions = decisionsOf(source.scenes)
  const ratings = stored.map(({ raterId, node, ...levels }): BlindRating => ({
    rater: raterId,
    decision: node,
    ...levels,
  }))
  return {
    raters: new Set(stored.map(({ raterId }) => raterId)).size,
    reliability: DIMENSIONS.map((dimension) => {
      const { single, mean } = agreementOn(dimension, decisions, ratings).icc
      return { dimension, single: numberText(single), mean: numberText(mean) }
    }),
    disputed: optionAgreements(decisions, ratings)
      .filter(({ disputed }) => disputed.length > 0)
      .map(disputedOption),
  }
}

function disputedOption({
  decision,
  choice,
  dimension,
  place,
  key,
  mean,
  sd,
  disputed,
}: OptionAgreement): DisputedOption {
  const why = [
    ...(disputed.includes('key') ? ['with the key'] : []),
    ...(disputed.includes('among-themselves') ? ['among themselves'] : []),
  ]
  return {
    decision,
    choice,
    dimension,
    line: place.line,
    key,
    mean: numberText(mean),
    spread: numberText(sd),
    why: why.join(' and '),
  }
}

function numberText(value: number | null): string | null {
  return value === null ? null : value.toFixed(2)
}
