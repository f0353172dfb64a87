import type { Dimension, Estimate } from './profile-views.ts'
import { placeOf, widthOf } from './scale.ts'

type MarkProps = { dimension: Dimension; t: number; y: number; size: number; isHollow: boolean }

/** A square for execution, a circle for influence; hollow while nothing is claimed. */
export function EstimateMark({ dimension, t, y, size, isHollow }: MarkProps) {
  const className = isHollow ? `mark-${dimension} hollow` : `mark-${dimension}`
  if (dimension === 'influence') return <circle className={className} cx={placeOf(t)} cy={y} r={size / 2 + 0.5} />
  return (
    <svg x={placeOf(t)} y={y}>
      <rect className={className} x={-size / 2} y={-size / 2} width={size} height={size} />
    </svg>
  )
}

/** The 90 % interval as a line. */
export function IntervalLine({ dimension, estimate, y }: { dimension: Dimension; estimate: Estimate; y: number }) {
  return <line className={`line-${dimension}`} x1={placeOf(estimate.low)} x2={placeOf(estimate.high)} y1={y} y2={y} />
}

/** The same interval as a band with an end on either side. */
export function IntervalBand({ dimension, estimate }: { dimension: Dimension; estimate: Estimate }) {
  const { low, high } = estimate
  return (
    <>
      <rect className={`band-${dimension}`} x={placeOf(low)} width={widthOf(low, high)} y="28" height="20" />
      <IntervalLine dimension={dimension} estimate={estimate} y={38} />
      {[low, high].map((end) => (
        <line key={end} className={`line-${dimension}`} x1={placeOf(end)} x2={placeOf(end)} y1="28" y2="48" />
      ))}
    </>
  )
}
