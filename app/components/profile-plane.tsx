import type { Cuts, Dimension, MomentView, RegionView } from './profile-views.ts'

const STEPS = [20, 30, 40, 50, 60, 70, 80]
/** The plane in the drawing: from these edges, this many units for a point of the scale. */
const LEFT = 44
const BOTTOM = 352
const UNIT = 340 / 60

type PlaneProps = { region: RegionView; cuts: Record<Dimension, Cuts>; moments: ReadonlyArray<MomentView> }

/** Both scores at once: execution across, influence up, the region of 90 % and the way there. */
export function ProfilePlane({ region, cuts, moments }: PlaneProps) {
  const way = moments.map(({ execution, influence }) => ({ x: across(execution.t), y: up(influence.t) }))
  const x = across(region.execution)
  const y = up(region.influence)
  return (
    <svg className="plane-fig" viewBox="0 0 400 398" width="100%" role="img" aria-label={planeText(region, cuts)}>
      <clipPath id="plane">
        <rect x={LEFT} y="12" width="340" height="340" />
      </clipPath>
      <Grid />
      <g clipPath="url(#plane)">
        <path className="role" d={`M${across(cuts.execution.exposed)} 12V${up(cuts.influence.exposed)}H384`} />
        <ellipse
          className="region"
          cx={x}
          cy={y}
          rx={round(region.long * UNIT)}
          ry={round(region.short * UNIT)}
          transform={`rotate(${round(-region.angle)} ${x} ${y})`}
        />
        <path className="way" d={`M${way.map((point) => `${point.x} ${point.y}`).join('L')}`} />
        {way.slice(1, -1).map((point, place) => (
          <circle key={place} className="before" cx={point.x} cy={point.y} r="3.5" />
        ))}
        <circle className="now" cx={x} cy={y} r="6" />
      </g>
      <text className="asks" x="376" y="32">
        what your role asks for
      </text>
    </svg>
  )
}

function Grid() {
  return (
    <>
      {STEPS.map((step) => (
        <g key={step}>
          <line className={step === 50 ? 'fifty' : 'grid'} x1={across(step)} x2={across(step)} y1="12" y2="352" />
          <line className={step === 50 ? 'fifty' : 'grid'} x1={LEFT} x2="384" y1={up(step)} y2={up(step)} />
          <text className="on-execution anchor-middle" x={across(step)} y="370">
            {step}
          </text>
          <text className="on-influence anchor-end" x="36" y={up(step) + 4}>
            {step}
          </text>
        </g>
      ))}
      <line className="execution-axis" x1={LEFT} x2="384" y1={BOTTOM} y2={BOTTOM} />
      <line className="influence-axis" x1={LEFT} x2={LEFT} y1="12" y2={BOTTOM} />
      <text className="axis-name on-execution anchor-end" x="384" y="392">
        Execution
      </text>
      <text className="axis-name on-influence anchor-end" transform="rotate(-90)" x="-12" y="12">
        Influence
      </text>
    </>
  )
}

function across(t: number): number {
  return round(LEFT + (t - 20) * UNIT)
}

function up(t: number): number {
  return round(BOTTOM - (t - 20) * UNIT)
}

function round(number: number): number {
  return Math.round(number * 10) / 10
}

function planeText(
  { execution, influence, across: wide, up: high }: RegionView,
  cuts: Record<Dimension, Cuts>,
): string {
  const whole = Math.round
  return [
    `Execution ${whole(execution)} across, influence ${whole(influence)} up.`,
    `The region of 90% runs from about ${whole(execution - wide)} to ${whole(execution + wide)} across and ${whole(influence - high)} to ${whole(influence + high)} up.`,
    `Your role asks for at least ${whole(cuts.execution.exposed)} across and ${whole(cuts.influence.exposed)} up.`,
  ].join(' ')
}
