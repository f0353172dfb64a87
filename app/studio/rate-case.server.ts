import { decisionsOf } from '../../machines/case/quality.ts'
import type { Html } from '../cases/html.ts'
import { renderHtml } from '../cases/html.ts'
import type { LoadedCase } from '../cases/library.server.ts'
import type { RatePage } from '../components/studio-views.ts'
import { hasRated, keepRatings, listRatings } from '../data/blind-ratings.server.ts'
import { isTaken } from '../data/database.server.ts'
import type { Services } from '../http/context.ts'
import { agreementView } from './agreement-view.ts'
import { askedLevels } from './rating-form.ts'
import type { StudioCase } from './require-case.server.ts'

/** What someone sees who comes to rate a case: its options without their key, or, once they have rated, how far raters agree. */
export async function showRating(found: StudioCase, raterId: string, services: Services): Promise<RatePage> {
  const { slug, newest } = found
  const loaded = newest === null ? null : await services.library.findVersion(newest)
  if (newest === null || loaded === null) {
    return { slug, title: slug, language: 'en', hash: null, decisions: null, agreement: null }
  }
  const known = { slug, title: loaded.case.title, language: loaded.case.language, hash: newest }
  if (!(await hasRated(services.db.read, newest, raterId))) {
    return { ...known, decisions: toRate(loaded), agreement: null }
  }
  const ratings = await listRatings(services.db.read, newest)
  return { ...known, decisions: null, agreement: agreementView(loaded.case, ratings) }
}

/** Keeps what someone rates. False where they have rated this version before: the first time counts. */
export async function rateCase(
  rated: { hash: string; raterId: string; levels: ReadonlyMap<string, number> },
  loaded: LoadedCase,
  { db, clock }: Services,
): Promise<boolean> {
  const { hash, raterId, levels } = rated
  const rows = new Map<string, { node: string; choice: string; execution: number | null; influence: number | null }>()
  for (const { name, node, choice, dimension } of askedLevels(loaded.case)) {
    const row = rows.get(`${node} ${choice}`) ?? { node, choice, execution: null, influence: null }
    rows.set(`${node} ${choice}`, { ...row, [dimension]: levels.get(name) ?? null })
  }
  try {
    await db.write((tx) => keepRatings(tx, { hash, raterId, now: clock.now(), ratings: [...rows.values()] }))
    return true
  } catch (error) {
    if (isTaken(error)) return false
    throw error
  }
}

function toRate({ case: source, html, player }: LoadedCase): NonNullable<RatePage['decisions']> {
  const { start, holds } = player.stepper
  const titles = new Map(source.scenes.map((scene) => [scene.exit, scene]))
  return decisionsOf(source.scenes)
    .filter(({ execution, influence }) => execution !== null || influence !== null)
    .map((decision) => {
      const scene = titles.get(decision)
      const compiled = html[scene?.id ?? '']
      const shown = (text: Html) => renderHtml(text, (condition) => holds(condition, start))
      return {
        node: decision.id,
        title: scene?.title ?? decision.id,
        questionHtml: shown([...(compiled?.prose ?? []), ...(compiled?.question ?? [])]),
        execution: decision.execution,
        influence: decision.influence,
        choices: decision.choices.map(({ id }) => ({ id, html: shown(compiled?.choices[id]?.text ?? []) })),
      }
    })
}
