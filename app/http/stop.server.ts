import type { Server } from 'node:http'

const GRACE_MS = 10_000

/** Stops taking requests, lets those under way finish, and cuts off what is still there after ten seconds. */
export function stopServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), GRACE_MS)
    server.close(() => {
      clearTimeout(cut)
      resolve()
    })
    server.closeIdleConnections()
  })
}
