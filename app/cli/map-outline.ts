import type { CaseMap, MapNode, MapWay } from './map-graph.ts'
import { visible } from './terminal.ts'
import type { Paint } from './terminal.ts'

const COLOURS = { error: 'red', warning: 'yellow' } as const

/** Pure. A case as an outline: its scenes in the order of the file, each with its ways out and what is wrong in it. */
export function outlineOf(map: CaseMap, paint: Paint): string {
  const scenes = map.nodes.map((node) => {
    const ways = map.ways.filter(({ from }) => from === node.id)
    return [
      heading(node, paint),
      ...ways.map((way) => `  ${tellWay(way, ways, paint)}`),
      ...problemsOf(node, paint),
    ].join('\n')
  })
  return `${paint('bold', visible(map.title))}\n\n${scenes.join('\n\n')}\n`
}

function heading({ id, kind, title, isStart, about }: MapNode, paint: Paint): string {
  const kindText = [isStart ? 'start' : '', kind, ...about].filter((part) => part !== '').join(', ')
  return `${paint('bold', id)}${title === null ? '' : ` “${visible(title)}”`} ${paint('dim', `(${kindText})`)}`
}

function tellWay({ to, choice, condition, effects }: MapWay, beside: ReadonlyArray<MapWay>, paint: Paint): string {
  const arrow = `→ ${to}${condition === null ? '' : paint('dim', `  if ${condition}`)}`
  if (choice === null) return arrow
  const widest = Math.max(...beside.map((way) => way.choice?.id.length ?? 0))
  const ratings = [
    choice.execution === null ? '' : ` ${paint('blue', `E${choice.execution}`)}`,
    choice.influence === null ? '' : ` ${paint('yellow', `I${choice.influence}`)}`,
  ]
  const changes = effects.length === 0 ? '' : paint('dim', `  {${effects.join(', ')}}`)
  return `${choice.id.padEnd(widest)}${ratings.join('')}  ${arrow}${changes}`
}

function problemsOf({ problems }: MapNode, paint: Paint): Array<string> {
  return problems.map(({ rule, severity, line, message }) => {
    return `  ${paint(COLOURS[severity], `! ${severity}`)} line ${line}: ${rule} ${visible(message)}`
  })
}
