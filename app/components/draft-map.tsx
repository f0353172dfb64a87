import type { DrawnNode, MapDrawing } from './map-layout.ts'
import type { SceneLink } from './scene-link.ts'
import type { DraftMap as View } from './studio-views.ts'

type DraftMapProps = { view: View; here: string | null; toScene: SceneLink }

/** The map of a draft. The scene under the cursor is lit; the same as a list leads to each scene. */
export function DraftMap({ view, here, toScene }: DraftMapProps) {
  const { drawings, map } = view
  const ordered = [...map.nodes].sort((one, other) => (view.lines[one.id] ?? 0) - (view.lines[other.id] ?? 0))
  const title = map.nodes.find(({ id }) => id === here)?.title
  const text = title === undefined ? map.text : `${map.text} The cursor is in ${title}.`
  return (
    <>
      <figure className="map draft-map">
        {drawings === null ? (
          <p className="small">
            This case has {map.nodes.length.toLocaleString('en-GB')} scenes, too many to draw. The list leads to each.
          </p>
        ) : (
          <>
            <Drawing isAcross drawing={drawings.across} text={text} here={here} />
            <Drawing isAcross={false} drawing={drawings.down} text={text} here={here} />
          </>
        )}
        {/* Where scenes stand side by side the narrow drawing has no room for all of their names. */}
        {title !== undefined && (
          <figcaption className="small">
            The cursor is in <b>{title}</b>.
          </figcaption>
        )}
      </figure>
      <details className="map-list">
        <summary>The map as a list</summary>
        <ol>
          {ordered.map(({ id, title: name, kind }) => (
            <li key={id}>
              <span className="n num">{view.lines[id]}</span>
              <span>
                <a {...toScene(id)} aria-current={id === here ? 'true' : undefined}>
                  {name}
                </a>
                {kind === 'ending' && ' (ending)'}
              </span>
            </li>
          ))}
        </ol>
      </details>
    </>
  )
}

type DrawingProps = { isAcross: boolean; drawing: MapDrawing; text: string; here: string | null }

function Drawing({ isAcross, drawing: { width, top, height, nodes, edges }, text, here }: DrawingProps) {
  return (
    <svg
      className={isAcross ? 'map-across' : 'map-down'}
      viewBox={`0 ${top} ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={text}
    >
      {edges.map(({ path }) => (
        <path key={path} className="other" d={path} />
      ))}
      {nodes.map((node) => (
        <Mark key={node.id} node={node} isHere={node.id === here} />
      ))}
      {nodes.map((node) =>
        node.kind === 'ending' && isAcross ? (
          <EndingName key={node.id} node={node} isHere={node.id === here} />
        ) : (
          <Name key={node.id} node={node} isHere={node.id === here} />
        ),
      )}
    </svg>
  )
}

function Mark({ node: { kind, at, width }, isHere }: { node: DrawnNode; isHere: boolean }) {
  const className = isHere ? 'node' : 'node-other'
  const size = isHere ? width + 4 : width
  if (kind !== 'ending') return <circle className={className} cx={at.x} cy={at.y} r={size / 2} />
  return <rect className={className} x={at.x - size / 2} y={at.y - size / 2} width={size} height={size} />
}

function Name({ node: { label }, isHere }: { node: DrawnNode; isHere: boolean }) {
  if (label === null) return null
  return (
    <text className={isHere ? 'name strong' : 'name'} x={label.x} y={label.y} textAnchor={label.anchor}>
      {label.lines.map((text, place) => (
        <tspan key={text} x={label.x} dy={place === 0 ? undefined : 16}>
          {text}
        </tspan>
      ))}
    </text>
  )
}

/** Endings stand in the last column, with their names to the right of them. */
function EndingName({ node: { at, title }, isHere }: { node: DrawnNode; isHere: boolean }) {
  return (
    <text className={isHere ? 'name strong' : 'name'} x={at.x + 16} y={at.y + 4.5}>
      {title.length > 30 ? `${title.slice(0, 29)}…` : title}
    </text>
  )
}
