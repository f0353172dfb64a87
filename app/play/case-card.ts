import { renderHtml } from '../cases/html.ts'
import type { LoadedCase } from '../cases/library.server.ts'
import type { BriefView, CaseCard } from '../components/views.ts'

/** Pure. A case as the library shows it. */
export function caseCard(slug: string, { case: source, player, remaining }: LoadedCase): CaseCard {
  const { title, summary, role, setting, minutes, level } = source
  return { slug, title, summary, role, setting, minutes, level, decisions: remaining(player.stepper.start) }
}

/** Pure. A case as its brief shows it. */
export function caseBrief(slug: string, loaded: LoadedCase): BriefView {
  const { people, authors, licence, language, scenes } = loaded.case
  return {
    ...caseCard(slug, loaded),
    people,
    authors,
    licence,
    language,
    hasTimeLimits: scenes.some(({ exit }) => exit.kind === 'decision' && exit.limit !== null),
  }
}

/** Pure. The first scene's prose as it stands at the start: what a visitor reads before anything was chosen. */
export function openingHtml({ html, player }: LoadedCase): string {
  const { start, holds } = player.stepper
  return renderHtml(html[start.scene]?.prose ?? [], (condition) => holds(condition, start))
}
