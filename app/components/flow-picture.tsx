import type { DrawnPost, FlowDrawing } from './flow-layout.ts'
import type { FlowView } from './report-views.ts'

/** How attempts went over the map of a case: drawn on a wide page, and as a list everywhere. */
export function FlowPicture({ flow: { drawing, rows, text } }: { flow: FlowView }) {
  return (
    <>
      <figure className="flow only-wide">
        <Drawing drawing={drawing} text={text} />
      </figure>
      <details className="more-of only-wide">
        <summary>The flow as a list</summary>
        <List rows={rows} />
      </details>
      <div className="only-narrow">
        <List rows={rows} />
      </div>
    </>
  )
}

function List({ rows }: { rows: FlowView['rows'] }) {
  return (
    <ol className="flow-list">
      {rows.map(({ id, title, learners, share, isEnding }) => (
        <li key={id}>
          <span>{isEnding ? `Ending: ${title}` : title}</span>
          <span className="num">{learners}</span>
          <svg width="100%" height="6" aria-hidden="true">
            <rect className="track" width="100%" height="6" />
            {share !== null && <rect className="fill" width={`${share}%`} height="6" />}
          </svg>
        </li>
      ))}
    </ol>
  )
}

function Drawing({ drawing: { width, top, height, posts, flows }, text }: { drawing: FlowDrawing; text: string }) {
  return (
    <svg viewBox={`0 ${top} ${width} ${height}`} width={width} height={height} role="img" aria-label={text}>
      {flows.map(({ path, width: thickness, isHidden }) => (
        <path key={path} className={isHidden ? 'band unknown' : 'band'} d={path} strokeWidth={thickness} />
      ))}
      {posts.map(({ id, x, y, height: tall }) => (
        <rect key={id} className="post" x={x - 1.25} y={y - tall / 2} width="2.5" height={tall} />
      ))}
      {posts.map((post) => (
        <Name key={post.id} post={post} />
      ))}
    </svg>
  )
}

function Name({ post: { label, isEnding } }: { post: DrawnPost }) {
  if (label === null) return null
  const { x, y, anchor, lines, count } = label
  if (isEnding) {
    return (
      <text className="halo" x={x} y={y}>
        <tspan className="count">{count}</tspan> {lines.join(' ')}
      </text>
    )
  }
  return (
    <text className="halo" x={x} y={y} textAnchor={anchor}>
      {[...lines, count].map((text, place) => (
        <tspan
          key={place === lines.length ? 'count' : text}
          className={place === lines.length ? 'count' : undefined}
          x={x}
          dy={place === 0 ? undefined : 15}
        >
          {text}
        </tspan>
      ))}
    </text>
  )
}
