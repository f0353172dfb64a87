/**
 * What the studio's page tells the preview within it. `ask`: whether it listens yet; `show`: another address of it; `saved`: the draft
 * has changed.
 */
export type FrameMessage = { kind: 'ask' } | { kind: 'show'; to: string } | { kind: 'saved' }

/** Pure. Whether data is such a message: whatever else comes from a page is none of ours. */
export function isFrameMessage(data: unknown): data is FrameMessage {
  if (typeof data !== 'object' || data === null || !('kind' in data)) return false
  if (data.kind === 'ask' || data.kind === 'saved') return true
  // Only addresses within the page's own route: a message can't lead anywhere else.
  return data.kind === 'show' && 'to' in data && typeof data.to === 'string' && data.to.startsWith('?')
}
