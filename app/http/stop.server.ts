import type { Server } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import type { RequestHandler } from 'express'

const GRACE_MS = 10_000
const LOOK_EVERY_MS = 100

/**
 * Lets a server end without losing a request. For `drainMs` it goes on as before while a proxy finds out that it is no longer ready; then
 * it takes no more, lets those under way finish, and cuts off what is still there after ten seconds.
 */
export async function stopServer(server: Server, drainMs: number): Promise<void> {
  await wait(drainMs)
  await new Promise<void>((resolve) => {
    // Node closes what is idle when it is told to, not what becomes so later.
    const idle = setInterval(() => server.closeIdleConnections(), LOOK_EVERY_MS)
    const cut = setTimeout(() => server.closeAllConnections(), GRACE_MS)
    server.close(() => {
      clearInterval(idle)
      clearTimeout(cut)
      resolve()
    })
  })
}

/** While the server is about to end, each answer asks for the next request to come on another connection. */
export function closingWhile(leaving: AbortSignal): RequestHandler {
  return (_request, response, next) => {
    if (leaving.aborted) response.setHeader('Connection', 'close')
    next()
  }
}
