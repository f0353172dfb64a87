import type { Case } from '../../machines/case/case.ts'
import { sceneMap } from '../../machines/case/graph/scene-map.ts'
import type { CaseReport } from '../../machines/cohort/case-report.ts'
import type { Shown } from '../../machines/cohort/decision-report.ts'
import { drawFlow } from '../components/flow-layout.ts'
import type { FlowNode } from '../components/flow-layout.ts'
import type { FlowRow, FlowView } from '../components/report-views.ts'
import { countText } from './words.ts'

/** Pure. The flow of a cohort's attempts over the map of a case, with the same as a list and as a sentence. */
export function flowView(source: Case, report: CaseReport): FlowView {
  const edges = report.edges.map(({ from, to, learners }) => ({ from, to, learners: numberOrNull(learners) }))
  const rows = sceneRows(source, report)
  return {
    drawing: drawFlow(nodesOf(source, report), edges, report.learners),
    rows,
    text: flowText(report.learners, rows),
  }
}

/** Pure. How many came by each scene and each ending, without those that nobody came by. */
export function sceneRows(source: Case, report: CaseReport): Array<FlowRow> {
  return nodesOf(source, report).flatMap(({ id, kind, title, learners, count }): Array<FlowRow> => {
    if (learners === 0) return []
    const share = learners === null ? null : Math.round((100 * learners) / report.learners)
    return [{ id, title, learners: count, share, isEnding: kind === 'ending' }]
  })
}

function nodesOf(source: Case, report: CaseReport): Array<FlowNode> {
  const visits = new Map(report.scenes.map(({ id, learners }) => [id, learners]))
  return sceneMap(source).nodes.map(({ id, kind, title }): FlowNode => {
    const learners: Shown = visits.get(id) ?? 'hidden'
    return {
      id,
      kind: kind === 'router' ? 'beat' : kind,
      title: endingTitle(source, id) ?? title ?? '',
      learners: numberOrNull(learners),
      count: countText(learners),
    }
  })
}

function endingTitle({ scenes }: Case, id: string): string | null {
  const exit = scenes.find((scene) => scene.id === id)?.exit
  return exit?.kind === 'ending' ? exit.title : null
}

function numberOrNull(learners: Shown): number | null {
  return typeof learners === 'number' ? learners : null
}

function flowText(learners: number, rows: ReadonlyArray<FlowRow>): string {
  const told = rows.map((row) => `${row.title} ${row.learners}`)
  return `Flow of ${learners} learners. ${told.join(', ')}.`
}
