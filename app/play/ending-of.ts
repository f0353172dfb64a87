import type { Case } from '../../machines/case/case.ts'

/** Pure. The ending of this id in a case version: its title, and how many questions stand before its debrief. */
export function endingOf({ scenes }: Case, id: string): { title: string; questions: number } {
  for (const { title, exit } of scenes) {
    if (exit.kind !== 'ending' || exit.id !== id) continue
    return { title: exit.title ?? title ?? id, questions: exit.reflections.length }
  }
  return { title: id, questions: 0 }
}
