import type { Figures } from '../../machines/score/claims.ts'
import { reliabilityOf } from '../../machines/score/claims.ts'
import type { Role } from '../../machines/score/log.ts'
import { DIMENSION_MEASURES } from '../../machines/score/measures.ts'
import type { Prospect } from '../../machines/score/next-case.ts'
import type { Result } from '../../machines/score/result.ts'
import type { PatternView } from '../components/views.ts'

// All functions are pure. What is said is about choices in these cases, never about what somebody is.

/** A claim in its fixed wording. */
export function claimText({ claim, moreDecisions }: Pick<Figures, 'claim' | 'moreDecisions'>): string {
  switch (claim) {
    case 'exposed':
      return 'Exposed'
    case 'leaning-exposed':
      return 'Leaning exposed'
    case 'strong':
      return 'Strong'
    case 'leaning-strong':
      return 'Leaning strong'
    case 'none':
      return moreDecisions > 0
        ? `Not enough evidence yet: about ${counted(moreDecisions, 'more decision')}`
        : 'No marked strength or exposure'
  }
}

/** How sure something is, with its probabilities. */
export function surenessText({ pExposed, pStrong, claim, evidence }: Figures): string {
  if (evidence === 0) return 'Nothing of it was decided yet; what is shown is borrowed from its neighbours.'
  if (claim === 'exposed' || claim === 'leaning-exposed')
    return `Your choices fell short of what the role asks with a probability of ${percent(pExposed)}.`
  if (claim === 'strong' || claim === 'leaning-strong')
    return `Your choices were clearly above what the role asks with a probability of ${percent(pStrong)}.`
  return `So far ${percent(pExposed)} speak for exposed and ${percent(pStrong)} for strong; a claim takes 80%.`
}

export function evidenceText({ evidence, cases }: Pick<Figures, 'evidence' | 'cases'>): string {
  return evidence === 0 ? 'No decision yet' : `${counted(evidence, 'decision')} from ${counted(cases, 'case')}`
}

/** The heading of the profile: what the choices had in common, as far as that is known. */
export function headlineOf({ contrast, dimensions: { execution, influence } }: Result): string {
  if (contrast.claim === 'execution') return 'In these cases you got the work done. Fewer people came with you.'
  if (contrast.claim === 'influence') return 'In these cases you brought people along. Less of the work got done.'
  if (contrast.claim === 'leaning-execution')
    return 'In these cases your choices did a little more for the work than for the people.'
  if (contrast.claim === 'leaning-influence')
    return 'In these cases your choices did a little more for the people than for the work.'
  const claims = [execution.claim, influence.claim]
  if (claims.every((claim) => claim === 'strong' || claim === 'leaning-strong'))
    return 'In these cases the work got done, and people came with you.'
  if (claims.every((claim) => claim === 'exposed' || claim === 'leaning-exposed'))
    return 'In these cases both the work and the people were often left exposed.'
  if (isOpen(execution) && isOpen(influence)) return 'In these cases your choices favoured neither side.'
  return 'A first impression. It is too early to claim anything.'
}

/** Which side the choices were stronger on, as a sentence whose two sides keep their hues. */
export function contrastText({ contrast, dimensions: { execution, influence } }: Result): PatternView {
  const { pExecutionAboveInfluence: p, claim } = contrast
  const sides = p >= 0.5 ? [EXECUTION, INFLUENCE] : [INFLUENCE, EXECUTION]
  const [stronger = EXECUTION, weaker = INFLUENCE] = sides
  const likely = Math.max(p, 1 - p)
  if (claim !== 'none') {
    const sure = likely >= 0.9 ? 'very probably' : 'probably'
    return [
      plain(`Your choices were ${sure} stronger on `),
      stronger,
      plain(' than on '),
      weaker,
      plain(` (${percent(likely)}).`),
    ]
  }
  if (isOpen(execution) && isOpen(influence))
    return [
      plain('Your choices do not set one side apart: '),
      stronger,
      plain(` is ahead of `),
      weaker,
      plain(` with a probability of only ${percent(likely)}.`),
    ]
  return [
    plain('It takes twelve decisions from two cases on each side before '),
    EXECUTION,
    plain(' and '),
    INFLUENCE,
    plain(' can be compared.'),
  ]
}

/** What to practise first, and why in the very numbers that decided it. */
export function emphasisText(result: Result, role: Role, isAnswered: boolean): { suggestion: string; reason: string } {
  const { emphasis, dimensions } = result
  const asks = `${isAnswered ? 'Your role asks for' : 'You have not said what your role asks, so we assume'} ${role.execution} of 5 in execution and ${role.influence} of 5 in influence`
  const short = `${percent(dimensions.execution.pExposed)} and ${percent(dimensions.influence.pExposed)}`
  const share = `${percent(emphasis.share)} of what is needed lies in execution`
  const rule = 'From 65% on we suggest management, up to 35% leadership, in between both.'
  if (emphasis.basis === 'results') {
    return {
      suggestion: SUGGESTIONS[emphasis.recommendation],
      reason: `${asks}; your choices fall short of that with a probability of ${short}. Taken together, ${share}. ${rule}`,
    }
  }
  const isKnown = (['execution', 'influence'] as const).every(
    (dimension) => reliabilityOf(DIMENSION_MEASURES[dimension], dimensions[dimension].sd ** 2) >= 0.5,
  )
  const why = isKnown
    ? `your results show no noticeable exposure (${short})`
    : 'there is too little evidence yet for your results to'
  return {
    suggestion: SUGGESTIONS[emphasis.recommendation],
    reason: `Here ${isAnswered ? 'your role' : 'an assumed role'} speaks: ${why}. ${asks}, so ${share}. ${rule}`,
  }
}

/** Why a case is the next one: what it tells most about, and whether it is as hard as practice should be. */
export function nextText(
  { reasons, share, miss }: Prospect,
  result: Result,
  asked: (id: Prospect['reasons'][number]) => { name: string; demand: number },
): string {
  const told = reasons.map((id) => {
    const { name, demand } = asked(id)
    return `${lowerFirst(name)} (asked: ${demand} of 5; falling short: ${percent(result.competencies[id].pExposed)})`
  })
  const reach = `We expect about ${percent(share)} of what can be reached in it`
  const band = 'the 60 to 75% at which practice tells most'
  if (miss === 0) return `It tells most about ${told.join(' and ')}. ${reach}, which is within ${band}.`
  const degree = miss < 0.1 ? 'a little ' : ''
  const side = share > 0.7 ? 'above' : 'below'
  const feel = share > 0.7 ? 'easy' : 'hard'
  return `It tells most about ${told.join(' and ')}. ${reach}: ${side} ${band}, so ${degree}on the ${feel} side.`
}

function percent(share: number): string {
  const whole = Math.round(share * 100)
  if (whole >= 100) return 'over 99%'
  return whole === 0 ? 'under 1%' : `${whole}%`
}

export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

/** Whether there was enough to claim something: twelve decisions from two cases. */
function isOpen({ evidence, cases }: Figures): boolean {
  const { gate } = DIMENSION_MEASURES.execution
  return evidence >= gate.evidence && cases >= gate.cases
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

function plain(text: string): PatternView[number] {
  return { text, dimension: null }
}

const EXECUTION: PatternView[number] = { text: 'execution', dimension: 'execution' }
const INFLUENCE: PatternView[number] = { text: 'influence', dimension: 'influence' }

const SUGGESTIONS: Record<Result['emphasis']['recommendation'], string> = {
  management: 'practising management first: getting the work done',
  leadership: 'practising leadership first: bringing people along',
  blended: 'practising both together',
}
