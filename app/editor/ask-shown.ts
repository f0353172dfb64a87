import type { DraftShown } from '../components/studio-views.ts'

/** What the server makes of the draft, with the asked scene or else the first; null where it can't be asked just now. */
export async function askShown(slug: string, scene: string | null, signal: AbortSignal): Promise<DraftShown | null> {
  const query = scene === null ? '' : `?${new URLSearchParams({ scene })}`
  try {
    const response = await fetch(`/teach/cases/${slug}/draft${query}`, { signal })
    const answer: unknown = await response.json()
    return isShown(answer) ? answer : null
  } catch {
    return null
  }
}

/** Whether it is the server's own answer; anything else, from a proxy for example, is none. */
function isShown(answer: unknown): answer is DraftShown {
  return typeof answer === 'object' && answer !== null && 'revision' in answer && 'problems' in answer
}
