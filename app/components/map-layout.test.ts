import { describe, expect, test } from 'vitest'
import type { Box } from './map-labels.ts'
import { touches } from './map-labels.ts'
import { type DrawnNode, drawMap, type MapDrawing } from './map-layout.ts'
import type { MapNode, MapView } from './views.ts'

const words = [
  'Red board',
  'Handing over lane C',
  'Wissenschaftsförderungsgesellschaft',
  'Twelve minutes at the board',
  'Łódź',
  'W',
]

/** A case of so many steps; every third has a road beside it, and it ends in as many endings. */
function aMap({ steps, endings = 3, loop = false }: { steps: number; endings?: number; loop?: boolean }): MapView {
  const nodes: Array<MapNode> = []
  const edges: MapView['edges'] = []
  let number = 0
  for (let step = 0; step < steps; step += 1) {
    const isBeat = step % 5 === 0
    const numbers = isBeat ? [] : [(number += 1)]
    nodes.push({
      id: `s${step}`,
      kind: isBeat ? 'beat' : 'decision',
      title: words[step % words.length] ?? '',
      onWay: true,
      numbers,
    })
    if (step > 0) edges.push({ from: `s${step - 1}`, to: `s${step}`, onWay: true })
    if (step % 3 !== 2 || step + 1 >= steps) continue
    nodes.push({ id: `r${step}`, kind: 'decision', title: 'A road not taken', onWay: false, numbers: [] })
    edges.push(
      { from: `s${step - 1}`, to: `r${step}`, onWay: false },
      { from: `r${step}`, to: `s${step + 1}`, onWay: false },
    )
  }
  for (let ending = 0; ending < endings; ending += 1) {
    nodes.push({
      id: `e${ending}`,
      kind: 'ending',
      title: `On time, on your voice, number ${ending}`,
      onWay: ending === 1,
      numbers: [],
    })
    edges.push({ from: `s${steps - 1}`, to: `e${ending}`, onWay: ending === 1 })
  }
  if (loop) edges.push({ from: `s${steps - 1}`, to: 's1', onWay: true })
  return { nodes, edges, text: 'A map' }
}

function boxOf({ at, width, number }: DrawnNode): Box {
  const half = number === '' ? width / 2 : 10
  return { left: at.x - width / 2, right: at.x + width / 2, top: at.y - half, bottom: at.y + half }
}

function overlaps({ nodes }: MapDrawing): Array<string> {
  const boxes = nodes.flatMap((node) => [
    { name: node.id, box: boxOf(node) },
    ...(node.label === null ? [] : [{ name: `name of ${node.id}`, box: node.label.box }]),
  ])
  return boxes.flatMap((one, place) =>
    boxes
      .slice(place + 1)
      .filter((other) => touches(one.box, other.box))
      .map((other) => `${one.name} and ${other.name}`),
  )
}

describe.each([
  ['an ordinary case', aMap({ steps: 14 })],
  ['a short case', aMap({ steps: 2, endings: 2 })],
  ['a long case', aMap({ steps: 26, endings: 5 })],
  ['a case with a loop', aMap({ steps: 12, loop: true })],
  ['a case of one scene', aMap({ steps: 1, endings: 2 })],
])('the map of %s', (_, map) => {
  const { across, down } = drawMap(map)

  test.each([
    ['across', across],
    ['down', down],
  ])('drawn %s has every scene inside the frame', (_direction, drawing) => {
    expect(drawing.nodes.map(({ id }) => id).sort()).toEqual(map.nodes.map(({ id }) => id).sort())
    for (const { left, right, top, bottom } of drawing.nodes.flatMap((node) => [
      boxOf(node),
      ...(node.label ? [node.label.box] : []),
    ])) {
      expect(left).toBeGreaterThanOrEqual(-1)
      expect(top).toBeGreaterThanOrEqual(drawing.top - 1)
      expect(right).toBeLessThanOrEqual(drawing.width + 1)
      expect(bottom).toBeLessThanOrEqual(drawing.top + drawing.height + 1)
    }
  })

  test.each([
    ['across', across],
    ['down', down],
  ])('drawn %s has no name that touches another name or a mark', (_direction, drawing) => {
    expect(overlaps(drawing)).toEqual([])
  })

  test('names and numbers the way, and only the way', () => {
    for (const { nodes } of [across, down]) {
      expect(nodes.filter(({ onWay, label }) => !onWay && label !== null)).toEqual([])
      expect(nodes.filter(({ kind, onWay, number }) => kind === 'decision' && onWay !== (number !== ''))).toEqual([])
    }
    expect(down.nodes.filter(({ onWay, label }) => onWay && label === null)).toEqual([])
  })

  test('draws a line for every step', () => {
    for (const { edges } of [across, down]) expect(edges).toHaveLength(map.edges.length)
  })
})

test('a scene decided twice has both numbers in one mark that is wide enough', () => {
  const map = aMap({ steps: 4 })
  const nodes = map.nodes.map((node) => (node.id === 's1' ? { ...node, numbers: [1, 12] } : node))
  const node = drawMap({ ...map, nodes }).across.nodes.find(({ id }) => id === 's1')
  expect(node?.number).toBe('1, 12')
  expect(node?.width).toBeGreaterThan(30)
})

test('two choices that lead to one scene are one line, thick if either was taken', () => {
  const map = aMap({ steps: 3 })
  const edges = [...map.edges, { from: 's0', to: 's1', onWay: false }]
  const drawn = drawMap({ ...map, edges }).across.edges
  expect(drawn).toHaveLength(map.edges.length)
  expect(drawn.filter(({ onWay }) => onWay)).toHaveLength(map.edges.filter(({ onWay }) => onWay).length)
})

test('the same map is drawn the same', () => {
  expect(drawMap(aMap({ steps: 14 }))).toEqual(drawMap(aMap({ steps: 14 })))
})

test('a scene that is called like something every object has is drawn like any other', () => {
  const map: MapView = {
    nodes: ['constructor', 'to-string'].map((id) => ({ id, kind: 'beat', title: id, onWay: true, numbers: [] })),
    edges: [{ from: 'constructor', to: 'to-string', onWay: true }],
    text: '',
  }
  expect(drawMap(map).across.nodes.map(({ id }) => id)).toEqual(['constructor', 'to-string'])
})
