import { request } from 'node:http'
import type { IncomingHttpHeaders } from 'node:http'

/** A request as it goes on the wire. Each character of `body` is a byte; null: there is none. */
export type WireRequest = {
  method: string
  path: string
  headers: Readonly<Record<string, string>>
  body: string | null
}

/** `fault`: why there was no answer. */
export type WireAnswer = { status: number; headers: IncomingHttpHeaders; text: string } | { fault: string }

const MOST_MS = 30_000
/** What Node takes of a request's head, and what of a body may be on its way while nobody reads it. */
const MOST_HEAD_BYTES = 16_384
const MOST_UNREAD_BYTES = 65_536

/**
 * Sends what a browser would not: `fetch` mends addresses, methods and headers. Each request has a connection of its own, since a server
 * may close one that is kept open at any time.
 */
export function send({ method, path, headers, body }: WireRequest, url: string): Promise<WireAnswer> {
  return new Promise((resolve) => {
    const bytes = body === null ? null : Buffer.from(body, 'latin1')
    const { hostname, port } = new URL(url)
    const length = bytes === null ? {} : { 'Content-Length': bytes.length }
    const sent = request({
      agent: false,
      hostname,
      port,
      method,
      path,
      headers: { ...headers, ...length },
      timeout: MOST_MS,
    })
    sent.once('timeout', () => sent.destroy(new Error(`Expected an answer within ${MOST_MS} ms`)))
    sent.once('error', (error) =>
      resolve(refusedUnread(error, headBytes(path, headers), bytes?.length ?? 0) ?? { fault: error.message }),
    )
    sent.once('response', (response) => {
      const parts: Array<Buffer> = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.once('error', (error) => resolve({ fault: error.message }))
      response.once('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text: Buffer.concat(parts).toString() }),
      )
    })
    sent.end(bytes)
  })
}

/**
 * What is too large is refused before it is read to its end, and the connection closed: that may be noticed before the answer is. Null
 * where nothing was too large.
 */
function refusedUnread(error: Error, head: number, body: number): WireAnswer | null {
  if (!('code' in error) || (error.code !== 'ECONNRESET' && error.code !== 'EPIPE') || body === 0) return null
  if (head > MOST_HEAD_BYTES) return { status: 431, headers: {}, text: '' }
  return body > MOST_UNREAD_BYTES ? { status: 413, headers: {}, text: '' } : null
}

function headBytes(path: string, headers: WireRequest['headers']): number {
  return Object.entries(headers).reduce((sum, [name, value]) => sum + name.length + value.length + 4, path.length)
}
