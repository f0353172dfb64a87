import type { Case, Scene } from '../case.ts'

/** A case as it is drawn: every scene that a learner sees, and how one leads to another. */
export type SceneMap = { nodes: Array<SceneNode>; edges: Array<SceneEdge> }

type SceneNode = { id: string; kind: 'decision' | 'beat' | 'router' | 'ending'; title: string | null }

/** `choices` are the ids of those that lead there, in the order of the file; none out of a beat. */
type SceneEdge = { from: string; to: string; choices: Array<string> }

/**
 * Pure. The scenes in the order of the file, without the routers, which nobody sees: what leads to a router leads to all
 * that it can lead to. A router stays in the map only if the case starts with it. Conditions are not looked at.
 */
export function sceneMap(source: Case): SceneMap {
  const scenes = new Map(source.scenes.map((scene) => [scene.id, scene]))
  const drawn = source.scenes.filter((scene) => kindOf(scene) !== 'router' || scene.id === source.start)
  return {
    nodes: drawn.map((scene) => ({ id: scene.id, kind: kindOf(scene), title: titleOf(scene) })),
    edges: drawn.flatMap((scene) => edgesFrom(scene, scenes)),
  }
}

function kindOf({ prose, exit }: Scene): SceneNode['kind'] {
  if (exit.kind !== 'next') return exit.kind
  return prose.length === 0 ? 'router' : 'beat'
}

function titleOf({ title, exit }: Scene): string | null {
  return title ?? (exit.kind === 'ending' ? exit.title : null)
}

function edgesFrom(scene: Scene, scenes: ReadonlyMap<string, Scene>): Array<SceneEdge> {
  const { exit } = scene
  const edges = new Map<string, SceneEdge>()

  function connect(goto: string, choice: string | null): void {
    for (const to of seenAfter(goto, scenes)) {
      const edge = edges.get(to) ?? { from: scene.id, to, choices: [] }
      if (choice !== null) edge.choices.push(choice)
      edges.set(to, edge)
    }
  }

  if (exit.kind === 'decision') for (const choice of exit.choices) connect(choice.goto, choice.id)
  if (exit.kind === 'next') for (const way of exit.ways) connect(way.goto, null)
  return [...edges.values()]
}

/** The scenes that can be seen next when a scene is entered: itself, or what a router leads to. */
function seenAfter(id: string, scenes: ReadonlyMap<string, Scene>): Array<string> {
  const passed = new Set([id])
  for (const next of passed) {
    const scene = scenes.get(next)
    if (!scene || kindOf(scene) !== 'router' || scene.exit.kind !== 'next') continue
    for (const way of scene.exit.ways) passed.add(way.goto)
  }
  return [...passed].filter((next) => {
    const scene = scenes.get(next)
    return scene !== undefined && kindOf(scene) !== 'router'
  })
}
