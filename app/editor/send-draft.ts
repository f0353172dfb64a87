import type { OtherDraft } from '../components/studio-views.ts'
import type { KeepAnswer } from './draft-keeper.ts'

/** Sends a draft to the server. Whatever stands in the way is an answer too. */
export async function sendDraft(slug: string, source: string, revision: number): Promise<KeepAnswer> {
  try {
    const response = await fetch(`/teach/cases/${slug}/draft`, {
      method: 'POST',
      body: new URLSearchParams({ source, revision: String(revision) }),
    })
    if (response.status === 404) return { kind: 'away', signedOut: true }
    return readAnswer(await response.json()) ?? { kind: 'away', signedOut: false }
  } catch {
    return { kind: 'away', signedOut: false }
  }
}

/** The server's own answer; anything else that came, from a proxy for example, is none. */
function readAnswer(data: unknown): KeepAnswer | null {
  if (!isRecord(data)) return null
  const { kind, revision, savedAt, reason, kept } = data
  if (kind === 'saved' && typeof revision === 'number' && typeof savedAt === 'string')
    return { kind, revision, savedAt }
  if (kind === 'refused' && typeof reason === 'string') return { kind, reason }
  if (kind === 'conflict') return { kind, kept: readOther(kept) }
  return null
}

function readOther(data: unknown): OtherDraft | null {
  if (!isRecord(data)) return null
  const { revision, source, savedAt, savedBy } = data
  if (typeof revision !== 'number' || typeof source !== 'string' || typeof savedAt !== 'string') return null
  return { revision, source, savedAt, savedBy: typeof savedBy === 'string' ? savedBy : null }
}

function isRecord(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null
}
