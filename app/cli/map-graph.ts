import type { Case, Choice, Decision, Scene } from '../../machines/case/case.ts'
import { expressionText } from '../../machines/case/expression-text.ts'
import type { Problem } from '../../machines/case/problem.ts'

/** A case as its author sees it: every scene, routers too, every choice and way, and where something is wrong. */
export type CaseMap = { title: string; nodes: Array<MapNode>; ways: Array<MapWay> }

export type MapNode = {
  id: string
  kind: 'decision' | 'beat' | 'router' | 'ending'
  /** What stands above the scene; null in a scene without a title. */
  title: string | null
  isStart: boolean
  /** What the scene is about: competencies, or the outcome of an ending. */
  about: Array<string>
  problems: Array<Problem>
}

/** A choice, or a way on where `choice` is null. */
export type MapWay = {
  from: string
  to: string
  choice: Choice | null
  condition: string | null
  effects: Array<string>
}

/** Pure. A problem belongs to the scene in whose lines it stands; those above the first scene are about the file. */
export function caseMapOf(source: Case, problems: ReadonlyArray<Problem>): CaseMap {
  return {
    title: source.title,
    nodes: source.scenes.map((scene, index) => ({
      id: scene.id,
      kind: kindOf(scene),
      title: scene.title ?? (scene.exit.kind === 'ending' ? scene.exit.title : null),
      isStart: scene.id === source.start,
      about: aboutOf(scene),
      problems: problemsBetween(problems, scene.place.line, source.scenes[index + 1]?.place.line ?? Infinity),
    })),
    ways: source.scenes.flatMap(waysFrom),
  }
}

function kindOf({ prose, exit }: Scene): MapNode['kind'] {
  if (exit.kind !== 'next') return exit.kind
  return prose.length === 0 ? 'router' : 'beat'
}

function aboutOf({ exit }: Scene): Array<string> {
  if (exit.kind === 'ending') return [exit.outcome]
  return exit.kind === 'decision' ? competenciesOf(exit) : []
}

function competenciesOf({ execution, influence }: Decision): Array<string> {
  return [execution, influence].filter((id) => id !== null)
}

function problemsBetween(problems: ReadonlyArray<Problem>, first: number, end: number): Array<Problem> {
  return problems.filter(({ line }) => line >= first && line < end)
}

function waysFrom({ id, exit }: Scene): Array<MapWay> {
  if (exit.kind === 'ending') return []
  if (exit.kind === 'next') {
    return exit.ways.map((way) => ({
      from: id,
      to: way.goto,
      choice: null,
      condition: way.if && expressionText(way.if),
      effects: [],
    }))
  }
  return exit.choices.map((choice) => ({
    from: id,
    to: choice.goto,
    choice,
    condition: choice.if && expressionText(choice.if),
    effects: choice.set.map(({ name, value }) => `${name}: ${expressionText(value)}`),
  }))
}
