import type { Dimension } from '../../machines/case/case.ts'
import { DIMENSIONS } from '../../machines/case/quality.ts'
import type { Sum } from '../../machines/play/debrief.ts'
import type { PatternView } from '../components/views.ts'

type Sums = Record<Dimension, Sum>

/** Pure. What two runs showed, a sentence for each dimension, in plain numbers: no run is called the better one. */
export function sumsText(own: Sums, other: Sums): Array<PatternView> {
  const told = DIMENSIONS.filter((dimension) => own[dimension].possible > 0 || other[dimension].possible > 0)
  if (told.length === 0) return [[plain('Nothing on these two ways was rated.')]]
  return told.map((dimension) => [
    plain('On '),
    { text: dimension, dimension },
    plain(` ${sumText(own[dimension], other[dimension])}`),
  ])
}

function sumText(own: Sum, other: Sum): string {
  if (own.possible === 0) return `nothing in your run was rated; this one showed ${shownOf(other)}.`
  if (other.possible === 0) return `your run showed ${shownOf(own)}; nothing in this one was rated.`
  return `your run showed ${shownOf(own)}; this one ${shownOf(other)}.`
}

function shownOf({ shown, possible }: Sum): string {
  // Never broken over two lines.
  return `${shown}\u00a0of\u00a0${possible}`
}

/** What there is to say of the scene in which two runs meet again; `ending` where it is the ending that they share. */
export type Meeting = { kind: 'scene'; title: string } | { kind: 'ending' } | null

/** Pure. Where two runs part and meet. `parting` is null where they never part. */
export function wayText(parting: { number: number; title: string } | null, meeting: Meeting): string {
  if (parting === null) return 'You chose as before all the way, so the two runs are the same.'
  const parts = `The two runs part at decision ${parting.number}, “${parting.title}”`
  if (meeting === null) return `${parts}, and do not meet again.`
  return meeting.kind === 'ending'
    ? `${parts}, and meet again only in how it ends.`
    : `${parts}, and meet again in “${meeting.title}”.`
}

function plain(text: string): PatternView[number] {
  return { text, dimension: null }
}
