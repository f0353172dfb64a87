import { protect } from './protect.ts'
import type { Arc } from './protect.ts'

/** Pure. How to show numbers that add up to one that is shown: none of one or two is told or can be worked out. */
export function protectParts(values: ReadonlyArray<number>): Array<number | 'few' | 'hidden'> {
  const parts = values.map((value): Arc => ({ from: 'all', to: 'each', value, kind: 'shown', loss: 10 + value }))
  const total = values.reduce((sum, value) => sum + value, 0)
  const { marks } = protect([...parts, { from: 'each', to: 'all', value: total, kind: 'fixed', loss: 1 }])
  return values.map((value, place) => {
    const mark = marks[place] ?? 'hidden'
    return mark === 'shown' ? value : mark
  })
}
