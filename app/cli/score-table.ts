import { EXECUTION, INFLUENCE } from '../../machines/case/case.ts'
import type { Dimension } from '../../machines/case/case.ts'
import type { Figures } from '../../machines/score/claims.ts'
import type { Result } from '../../machines/score/result.ts'
import type { Paint } from './terminal.ts'

const HEADINGS = `${'score'.padStart(31)}   90 % interval   evidence   says`
const SIDES: ReadonlyArray<[Dimension, ReadonlyArray<keyof Result['competencies']>]> = [
  ['execution', EXECUTION],
  ['influence', INFLUENCE],
]

/** Pure. A result as a table: each dimension with its competencies, then which side is stronger and what to practise. */
export function resultTable(result: Result, paint: Paint): string {
  const lines = [paint('dim', HEADINGS)]
  for (const [dimension, ids] of SIDES) {
    lines.push(paint('bold', row(dimension, result.dimensions[dimension])))
    for (const id of ids) lines.push(row(`  ${id}`, result.competencies[id]))
  }
  const { contrast, emphasis } = result
  lines.push(
    '',
    `Stronger side: ${contrast.claim.replace('-', ' ')} (execution above influence: ${percent(contrast.pExecutionAboveInfluence)})`,
    `Emphasis: ${emphasis.recommendation}, by the ${emphasis.basis} (execution’s share ${percent(emphasis.share)})`,
    '',
    paint('dim', 'About choices in these scenarios, not about a person; not validated for selection or promotion.'),
  )
  return `${lines.join('\n')}\n`
}

function row(name: string, figures: Figures): string {
  const { t, low, high, evidence, cases } = figures
  const interval = `${shown(low).padStart(5)} to ${shown(high).padStart(3)}`
  const counted = `${evidence} in ${cases}`.padStart(10)
  return `${name.padEnd(26)}${shown(t).padStart(5)}   ${interval.padEnd(13)} ${counted}   ${claimOf(figures)}`
}

function claimOf({ claim, moreDecisions }: Figures): string {
  if (claim !== 'none') return claim.replace('-', ' ')
  return moreDecisions > 0 ? `about ${moreDecisions} more needed` : 'nothing marked'
}

function shown(value: number): string {
  return value.toFixed(0)
}

function percent(share: number): string {
  return `${(share * 100).toFixed(0)} %`
}
