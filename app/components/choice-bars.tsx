import type { BarView } from './report-views.ts'

/** How many chose an option and how many named it as most harmful, with the intervals of both. */
export function ChoiceBars({ best, harm }: { best: BarView; harm: BarView | null }) {
  const height = harm === null ? 36 : 82
  return (
    <svg className="bars" width="100%" height={height} role="img" aria-label={barsText(best, harm)}>
      {[0, 25, 50, 75, 100].map((tick) => (
        <line key={tick} className="tick" x1={`${tick}%`} x2={`${tick}%`} y1="0" y2={height} />
      ))}
      <Bar view={best} label="I’d do this" className="best" top={0} />
      {harm !== null && <Bar view={harm} label="Most harm" className="harm" top={46} />}
    </svg>
  )
}

type BarProps = { view: BarView; label: string; className: string; top: number }

function Bar({ view: { count, bar }, label, className, top }: BarProps) {
  return (
    <>
      <text className="lab" x="4" y={top + 12}>
        {label}
      </text>
      <text className="val" x="84" y={top + 12}>
        {bar === null ? count : `${bar.share}%`}
      </text>
      {bar !== null && (
        <>
          <text className="lab" x="124" y={top + 12}>
            {bar.low} to {bar.high}
          </text>
          <rect className={className} x="0" y={top + 18} width={`${bar.share}%`} height="9" />
          <line className="whisk" x1={`${bar.low}%`} x2={`${bar.high}%`} y1={top + 31} y2={top + 31} />
          {[bar.low, bar.high].map((end, place) => (
            <line
              key={place === 0 ? 'low' : 'high'}
              className="whisk"
              x1={`${end}%`}
              x2={`${end}%`}
              y1={top + 28.5}
              y2={top + 33.5}
            />
          ))}
        </>
      )}
    </>
  )
}

function barsText(best: BarView, harm: BarView | null): string {
  const named = harm === null ? '' : ` Named most harmful by ${barText(harm)}.`
  return `Chosen by ${barText(best)}.${named}`
}

function barText({ count, bar }: BarView): string {
  return bar === null ? count : `${count}, ${bar.share} per cent, interval ${bar.low} to ${bar.high}`
}
