import type { Shown } from '../../machines/cohort/decision-report.ts'
import type { Share } from '../../machines/cohort/wilson.ts'
import type { BarView } from '../components/report-views.ts'

/** Pure. A number of learners as it may be told. */
export function countText(learners: Shown): string {
  if (learners === 'few') return '< 3'
  return learners === 'hidden' ? 'not shown' : String(learners)
}

/** Pure. A share of a group as it is drawn, in whole per cent. */
export function barView(count: Shown, of: Shown, share: Share | null): BarView {
  const total = typeof of === 'number' ? ` of ${of}` : ''
  const percent = (value: number) => Math.round(100 * value)
  return {
    count: typeof count === 'number' ? `${count}${total}` : countText(count),
    bar: share && { share: percent(share.share), low: percent(share.low), high: percent(share.high) },
  }
}
