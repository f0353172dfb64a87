import { hasErrors } from '../../machines/case/problem.ts'
import type { PlaytestPage } from '../components/studio-views.ts'
import type { Services } from '../http/context.ts'
import { checkSource } from './check-source.server.ts'
import { playtestView } from './playtest-view.ts'
import type { StudioCase } from './require-case.server.ts'

/** How many plays of each may be asked for; more would take longer than a page should. */
export const RUNS = { least: 20, most: 1_000, usual: 200 } as const

const SEED = 1

/** Lets simulated learners play a draft, in the check process. `runs` is null where that was not asked for. */
export async function playtestDraft(
  { slug, source, images }: StudioCase,
  runs: number | null,
  { checker }: Services,
): Promise<PlaytestPage> {
  const checked = await checkSource(source, images, checker)
  const page = {
    slug,
    title: checked.title ?? slug,
    runs: runs ?? RUNS.usual,
    errors: checked.problems.filter(({ severity }) => severity === 'error').length,
  }
  if (runs === null || hasErrors(checked.problems)) return { ...page, result: null }
  const { playtested } = await checker.check(new TextEncoder().encode(source), images, {
    playtest: { slug, runs, seed: SEED },
  })
  return { ...page, result: playtested && playtestView(playtested) }
}
