import { renderHtml } from '../cases/html.ts'
import type { LoadedCase } from '../cases/library.server.ts'
import type { BriefView, CaseCard } from '../components/views.ts'

const LEVELS: Record<LoadedCase['case']['level'], string> = {
  'first-line': 'First-line manager',
  'project-lead': 'Project lead',
  middle: 'Manager of managers',
  senior: 'Senior manager',
}

/** Pure. In the order in which responsibility grows, then by title. */
export function compareCases(a: LoadedCase, b: LoadedCase): number {
  const order = Object.keys(LEVELS)
  return order.indexOf(a.case.level) - order.indexOf(b.case.level) || a.case.title.localeCompare(b.case.title)
}

/** Pure. A case as the library shows it. */
export function caseCard(slug: string, { case: source, player, remaining }: LoadedCase): CaseCard {
  const { title, summary, role, setting, minutes, level } = source
  return {
    slug,
    title,
    summary,
    role,
    setting,
    minutes,
    level: LEVELS[level],
    decisions: remaining(player.stepper.start),
  }
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

/** Pure. The first paragraphs of the first scene, as they stand at the start: what a visitor reads before anything was chosen. */
export function openingHtml({ html, player }: LoadedCase): string {
  const { start, holds } = player.stepper
  const opening = renderHtml(html[start.scene]?.prose ?? [], (condition) => holds(condition, start))
  return /^(?:<p>.*?<\/p>){1,2}/s.exec(opening)?.[0] ?? ''
}
