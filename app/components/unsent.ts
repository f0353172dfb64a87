import { useSyncExternalStore } from 'react'

/** Whether the form that was sent last may not be kept. A browser's tab shows one page, so one place is enough. */
let isUnsent = false
const listeners = new Set<() => void>()

export function tellUnsent(now: boolean): void {
  isUnsent = now
  for (const listener of listeners) listener()
}

export function useUnsent(): boolean {
  return useSyncExternalStore(listen, readUnsent, never)
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const readUnsent = () => isUnsent
const never = () => false

/**
 * For a form that may be sent twice: what `send` answers. Where the line breaks or the server fails, the page stays as it is with all that
 * was marked and written, and the notice says so; what the server refuses is thrown on.
 */
export async function orStay<Answer>(request: Request, send: () => Promise<Answer>): Promise<Answer | Response> {
  tellUnsent(false)
  try {
    return await send()
  } catch (error) {
    // Remix throws redirects and refusals as what they are, and everything else as an error.
    const isAnswer = !(error instanceof Error)
    // A form that leads elsewhere has no page to stay on: the one that it leads to would have to be loaded.
    const isElsewhere = new URL(request.url).pathname !== window.location.pathname
    if (isAnswer || isElsewhere || request.signal.aborted) throw error
    tellUnsent(true)
    // With a status of failure nothing of the page is loaded anew.
    return Response.json(null, { status: 503 })
  }
}
