import { createServer } from 'node:http'
import type { RequestListener, Server } from 'node:http'

/** How much of a server one visitor, or all of them together, may hold. */
export type Bounds = {
  /** Within which time the head of a request has to be here, and within which the whole of it. */
  headMs: number
  requestMs: number
  /** How long nothing may move on a connection on which something is under way: whoever does not read their answer is cut off. */
  silentMs: number
  /** How long a connection is kept for a next request. Longer than a proxy keeps it, or it would send into one that was just closed. */
  keepMs: number
  /** How many requests may be under way at once. */
  atOnce: number
}

export const BOUNDS: Bounds = { headMs: 15_000, requestMs: 60_000, silentMs: 120_000, keepMs: 75_000, atOnce: 512 }

/** More often than this it need not be looked who is too slow. */
const LOOK_EVERY_MS = 1_000

/** A server that cuts off whoever sends or reads too slowly. Node itself refuses a head of more than 16 KiB. */
export function boundedServer({ headMs, requestMs, silentMs, keepMs }: Bounds, app: RequestListener): Server {
  const server = createServer(
    {
      headersTimeout: headMs,
      requestTimeout: requestMs,
      keepAliveTimeout: keepMs,
      connectionsCheckingInterval: Math.min(LOOK_EVERY_MS, headMs),
    },
    app,
  )
  server.timeout = silentMs
  return server
}
