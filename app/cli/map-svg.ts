import { curveBasis, line } from 'd3-shape'
import type { CaseMap, MapWay } from './map-graph.ts'
import { FONT, placeMap, ratingText, textWidth, wayText } from './map-layout.ts'
import type { PlacedEdge, PlacedNode, Point } from './map-layout.ts'

const HEAD = 44

const STYLE = `
svg { background: #fbf9f4; color: #23201b; font-family: Inter, system-ui, 'Segoe UI', Helvetica, Arial, sans-serif }
text { fill: currentColor; font-size: ${FONT.note}px; text-anchor: middle }
.title { font-size: ${FONT.title}px; font-weight: 600 }
.heading { font-size: 20px; font-weight: 600; text-anchor: start }
.note { opacity: .72 }
.box { fill: #fff; stroke: #8a8375; stroke-width: 1.2 }
.ending .box { stroke-width: 2.4; stroke: currentColor }
.beat .box, .router .box { stroke-dasharray: 4 3 }
.error .box { stroke: #b3261e; stroke-width: 2.6 }
.warning .box { stroke: #b3261e; stroke-dasharray: 2 3; stroke-width: 2 }
.spot { fill: #b3261e }
.count { fill: #fff; font-weight: 600 }
.way { fill: none; stroke: #8a8375; stroke-width: 1.3 }
.label { fill: #fbf9f4 }
.execution { fill: #1f5fa8; font-weight: 600 }
.influence { fill: #a8610a; font-weight: 600 }
@media (prefers-color-scheme: dark) {
  svg { background: #1b1a17; color: #ece7dc }
  .box { fill: #26241f } .label { fill: #1b1a17 }
  .execution { fill: #7db4f0 } .influence { fill: #f0b25c }
  .error .box, .warning .box { stroke: #ff8a80 }
}
`

/** Pure. A case as a picture that stands alone: no script, no font and no image from elsewhere. */
export function svgOf(map: CaseMap): string {
  const { nodes, edges, width, height } = placeMap(map)
  const full = { width: Math.ceil(Math.max(width, textWidth(map.title, 22) + 48)), height: Math.ceil(height + HEAD) }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${full.width} ${full.height}" width="${full.width}" height="${full.height}" role="img">
<title>Map of the case: ${escape(map.title)}</title>
<desc>${escape(summary(map))}</desc>
<style>${STYLE}</style>
<defs><marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 8 4 0 8z" fill="#8a8375"/></marker></defs>
<text class="heading" x="24" y="34">${escape(map.title)}</text>
<g transform="translate(0 ${HEAD})">
${edges.map(drawLine).join('\n')}
${nodes.map(drawNode).join('\n')}
${edges.map(drawLabels).join('\n')}
</g>
</svg>
`
}

function drawLine({ points }: PlacedEdge): string {
  const curve = line<Point>(
    (point) => round(point.x),
    (point) => round(point.y),
  ).curve(curveBasis)
  return `<path class="way" d="${curve(points) ?? ''}" marker-end="url(#arrow)"/>`
}

function drawLabels({ ways, label }: PlacedEdge): string {
  if (label.height === 0) return ''
  const [left, top] = [round(label.x - label.width / 2), round(label.y - label.height / 2)]
  const box = `<rect class="label" x="${left - 2}" y="${top}" width="${round(label.width + 4)}" height="${label.height}"/>`
  const lines = ways.map(
    (way, index) =>
      `<text x="${round(label.x)}" y="${round(top + (index + 1) * (FONT.note + 4) - 4)}">${tell(way)}</text>`,
  )
  return box + lines.join('')
}

function tell(way: MapWay): string {
  const { execution, influence } = ratingText(way)
  const rated = (dimension: string, text: string) => (text === '' ? '' : `<tspan class="${dimension}">${text}</tspan>`)
  const effects = way.effects.length === 0 ? '' : `<title>${escape(way.effects.join(', '))}</title>`
  return `${effects}${escape(wayText(way))}${rated('execution', execution)}${rated('influence', influence)}`
}

function drawNode({ node, titleLines, notes, at, width, height }: PlacedNode): string {
  const { kind, problems } = node
  const worst = problems.some(({ severity }) => severity === 'error') ? ' error' : problems.length > 0 ? ' warning' : ''
  const [left, top] = [round(at.x - width / 2), round(at.y - height / 2)]
  const lines = [
    ...titleLines.map((text) => ({ text, name: 'title' })),
    ...notes.map((text) => ({ text, name: 'note' })),
  ].map(
    ({ text, name }, index) =>
      `<text class="${name}" x="${round(at.x)}" y="${round(top + 20 + index * FONT.line)}">${escape(text)}</text>`,
  )
  return `<g class="${kind}${worst}">
<rect class="box" x="${left}" y="${top}" width="${round(width)}" height="${height}" rx="${kind === 'decision' ? 6 : height / 2}"/>
${lines.join('')}${problems.length === 0 ? '' : drawSpot(node, { x: round(at.x + width / 2 - 6), y: top + 2 })}
</g>`
}

function drawSpot({ problems }: PlacedNode['node'], { x, y }: Point): string {
  const told = problems.map(({ line, rule, message }) => `line ${line}: ${rule} ${message}`).join('\n')
  return `<g><title>${escape(told)}</title><circle class="spot" cx="${x}" cy="${y}" r="9"/><text class="count" x="${x}" y="${y + 4}">${problems.length}</text></g>`
}

function summary({ nodes, ways }: CaseMap): string {
  return nodes
    .map(({ id, title, kind }) => {
      const next = [...new Set(ways.filter(({ from }) => from === id).map(({ to }) => to))]
      return `${title ?? id} (${kind}${next.length > 0 ? `, leads to ${next.join(', ')}` : ''}).`
    })
    .join(' ')
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** What XML can't hold even as an entity is left out. */
function escape(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll(/[&<>"']/g, (found) => ENTITIES[found] ?? '')
}
