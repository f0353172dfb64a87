import { EstimateMark, IntervalBand } from './estimate-mark.tsx'
import type { Cuts, Dimension, Estimate } from './profile-views.ts'
import { estimateText, placeOf, SCALE } from './scale.ts'

const STEPS = [20, 30, 40, 50, 60, 70, 80]

type EstimateScaleProps = {
  dimension: Dimension
  estimate: Estimate
  isClaimed: boolean
  /** Drawn below the scale; null where no role is spoken of. */
  cuts: Cuts | null
}

/** One dimension on its scale: the best estimate, the band of 90 %, and what the role asks. */
export function EstimateScale({ dimension, estimate, isClaimed, cuts }: EstimateScaleProps) {
  const { t, low, high } = estimate
  return (
    <svg
      className={isClaimed ? 'scale' : 'scale unsure'}
      width="100%"
      height={cuts === null ? 90 : 124}
      role="img"
      aria-label={scaleText(dimension, estimate, cuts)}
    >
      <Axis />
      <IntervalBand dimension={dimension} estimate={estimate} />
      <EstimateMark dimension={dimension} t={t} y={38} size={14} isHollow={!isClaimed} />
      <text className={`estimate ${dimension}`} x={placeOf(t)} y="19">
        {Math.round(t)}
      </text>
      {[low, high]
        .filter((end) => hasRoom(end, t))
        .map((end) => (
          <text key={end} className="end" x={placeOf(end)} y="19">
            {Math.round(end)}
          </text>
        ))}
      {cuts !== null && <CutLines cuts={cuts} />}
    </svg>
  )
}

/** Less than this many points from the estimate's own number, or beyond the scale, there is no room for another. */
const ROOM = 4

function hasRoom(end: number, t: number): boolean {
  return end >= SCALE.from && end <= SCALE.to && Math.abs(end - Math.min(SCALE.to, Math.max(SCALE.from, t))) >= ROOM
}

function Axis() {
  return (
    <>
      <line className="axis" x1="0" x2="100%" y1="62" y2="62" />
      {STEPS.map((step) => (
        <g key={step} className={step === 50 ? 'at-fifty' : undefined}>
          {step === 50 ? (
            <line className="fifty" x1="50%" x2="50%" y1="26" y2="67" />
          ) : (
            <line className="axis" x1={placeOf(step)} x2={placeOf(step)} y1="62" y2="67" />
          )}
          <text className={anchorOf(step)} x={placeOf(step)} y="82">
            {step}
          </text>
        </g>
      ))}
    </>
  )
}

function CutLines({ cuts: { exposed, strong } }: { cuts: Cuts }) {
  return (
    <>
      <line className="cut" x1="0%" x2={placeOf(exposed)} y1="101" y2="101" />
      <line className="cut" x1={placeOf(exposed)} x2={placeOf(exposed)} y1="95" y2="107" />
      <text className="anchor-end" x={placeOf(exposed)} dx="-6" y="120">
        exposed below {Math.round(exposed)}
      </text>
      <line className="cut" x1="100%" x2={placeOf(strong)} y1="101" y2="101" />
      <line className="cut" x1={placeOf(strong)} x2={placeOf(strong)} y1="95" y2="107" />
      <text className="anchor-start" x={placeOf(strong)} dx="6" y="120">
        strong above {Math.round(strong)}
      </text>
    </>
  )
}

/** The outer labels stay within the scale. */
export function anchorOf(step: number): string {
  if (step === 20) return 'anchor-start'
  return step === 80 ? 'anchor-end' : 'anchor-middle'
}

function scaleText(dimension: Dimension, estimate: Estimate, cuts: Cuts | null): string {
  const name = dimension === 'execution' ? 'Execution' : 'Influence'
  const told = `${name}: estimate ${estimateText(estimate)}, on a scale where 50 is a starting assumption.`
  if (cuts === null) return told
  return `${told} For this role, exposed below ${Math.round(cuts.exposed)}, strong above ${Math.round(cuts.strong)}.`
}
