import type { MeterView } from './views.ts'

const mostMarks = 12
const gap = 8

/** Variables that the author gave a label: a row of ink strokes each, with the value in words beside it. */
export function Meters({ meters }: { meters: Array<MeterView> }) {
  if (meters.length === 0) return null
  return (
    <dl className="meters">
      {meters.map((meter) => (
        <div key={meter.label}>
          <dt>{meter.label}</dt>
          <dd>
            <MeterMarks meter={meter} />
            <span className="num">{meter.text}</span>
          </dd>
        </div>
      ))}
    </dl>
  )
}

function MeterMarks({ meter }: { meter: MeterView }) {
  const range = meter.max - meter.min
  if (range <= 0) return null
  const marks = Math.min(range, mostMarks)
  const full = Math.round(((meter.value - meter.min) / range) * marks)
  return (
    <svg width={marks * gap} height="14" viewBox={`0 0 ${marks * gap} 14`} aria-hidden="true">
      {Array.from({ length: marks }, (_, place) => (
        <line
          key={place}
          className={place < full ? 'full' : undefined}
          x1={place * gap + 2}
          x2={place * gap + 2}
          y1="1"
          y2="13"
        />
      ))}
    </svg>
  )
}
