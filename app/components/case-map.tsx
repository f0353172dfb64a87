import type { DrawnNode, MapDrawing, MapDrawings } from './map-layout.ts'
import type { MapNode, MapView } from './views.ts'

type CaseMapProps = { map: MapView; drawings: MapDrawings }

/** The way over the whole case: drawn across on a wide page, down on a narrow one, and as a list. */
export function CaseMap({ map, drawings }: CaseMapProps) {
  return (
    <>
      <figure className="map">
        <Drawing className="map-across" drawing={drawings.across} text={map.text} />
        <Drawing className="map-down" drawing={drawings.down} text={map.text} />
      </figure>
      <MapList map={map} drawing={drawings.down} />
    </>
  )
}

function Drawing({ className, drawing, text }: { className: string; drawing: MapDrawing; text: string }) {
  const { width, top, height, nodes, edges } = drawing
  // The thick way is drawn last, over the roads not taken.
  const ordered = [...edges.filter(({ onWay }) => !onWay), ...edges.filter(({ onWay }) => onWay)]
  return (
    <svg
      className={className}
      viewBox={`0 ${top} ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={text}
    >
      {ordered.map(({ path, onWay }) => (
        <path key={`${onWay}${path}`} className={onWay ? 'way' : 'other'} d={path} />
      ))}
      {nodes.map((node) => (
        <Mark key={node.id} node={node} />
      ))}
      {nodes.map((node) => (
        <Name key={node.id} node={node} />
      ))}
    </svg>
  )
}

function Mark({ node: { kind, onWay, at, number, width } }: { node: DrawnNode }) {
  const className = onWay ? 'node' : 'node-other'
  if (number !== '') {
    return (
      <>
        <rect className={className} x={at.x - width / 2} y={at.y - 10} width={width} height="20" rx="10" />
        <text className="no" x={at.x} y={at.y + 4}>
          {number}
        </text>
      </>
    )
  }
  if (kind !== 'ending') return <circle className={className} cx={at.x} cy={at.y} r={width / 2} />
  return <rect className={className} x={at.x - width / 2} y={at.y - width / 2} width={width} height={width} />
}

function Name({ node: { kind, label } }: { node: DrawnNode }) {
  if (label === null) return null
  return (
    <text className={kind === 'ending' ? 'name strong' : 'name'} x={label.x} y={label.y} textAnchor={label.anchor}>
      {label.lines.map((text, place) => (
        <tspan key={text} x={label.x} dy={place === 0 ? undefined : 16}>
          {text}
        </tspan>
      ))}
    </text>
  )
}

/** The same without a picture. Roads not taken keep their names to themselves, as they do in the drawing. */
function MapList({ map, drawing }: { map: MapView; drawing: MapDrawing }) {
  const order = new Map(drawing.nodes.map((node) => [node.id, node.at.y]))
  const way = map.nodes
    .filter(({ onWay }) => onWay)
    .sort((one, other) => (order.get(one.id) ?? 0) - (order.get(other.id) ?? 0))
  return (
    <details className="map-list">
      <summary>The map as a list</summary>
      <ol>
        {way.map((node) => (
          <li key={node.id}>
            <span className="n num">{node.numbers.join(', ')}</span>
            <span>{nodeText(node)}</span>
          </li>
        ))}
      </ol>
      <p className="small">{otherRoads(map)}</p>
    </details>
  )
}

function nodeText({ kind, title }: MapNode): string {
  if (kind === 'ending') return `Ending: ${title}`
  return kind === 'beat' ? `${title} (nothing to decide)` : title
}

function otherRoads({ nodes }: MapView): string {
  const count = (kind: MapNode['kind']) => nodes.filter((node) => node.kind === kind && !node.onWay).length
  const parts = [
    counted(count('decision'), 'decision'),
    counted(count('beat'), 'scene'),
    counted(count('ending'), 'ending'),
  ].filter((part) => part !== null)
  if (parts.length === 0) return 'Your way passed every scene of the case.'
  return `On other ways: ${new Intl.ListFormat('en-GB').format(parts)}.`
}

function counted(number: number, word: string): string | null {
  if (number === 0) return null
  return `${number} ${word}${number === 1 ? '' : 's'}`
}
