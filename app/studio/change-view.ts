import type { Case } from '../../machines/case/case.ts'
import { changeText } from '../../machines/case/diff/change.ts'
import { diffCases } from '../../machines/case/diff/diff-cases.ts'
import type { ChangeView } from '../components/studio-views.ts'

/**
 * Pure. What one version of a case changed in another, in the case's own terms; empty where nothing changed but the layout of the file.
 * Null where one of them can't be read as a case.
 */
export function changeViews(before: Case | null, after: Case | null): Array<ChangeView> | null {
  if (before === null || after === null) return null
  return diffCases(before, after).map((change) => ({
    ...partsOf(changeText(change)),
    line: change.placeAfter?.line ?? null,
  }))
}

/** The id stands between asterisks, and nothing before it does. */
function partsOf(text: string): Pick<ChangeView, 'kind' | 'id' | 'told'> {
  const [, kind, id, told] = /^([a-z]+) \*([^*]*)\*(.*)$/s.exec(text) ?? []
  if (kind === undefined || id === undefined || told === undefined) return { kind: '', id: null, told: text }
  return { kind, id, told }
}
