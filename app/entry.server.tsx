import { Writable } from 'node:stream'
import type { AppLoadContext, EntryContext, HandleDataRequestFunction, HandleErrorFunction } from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { renderToPipeableStream } from 'react-dom/server'
import { isDatabaseFailure } from './data/database.server.ts'
import { NonceContext } from './components/nonce.ts'

const RENDER_MS = 10_000

/**
 * Renders a page whole before it is sent: a page without JavaScript must not wait for scripts to put its parts in order. It is sent in
 * one piece, since each piece is compressed and written by itself, which costs more than React's work on it.
 */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  entry: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const page = (
      <NonceContext.Provider value={context.nonce}>
        <RemixServer context={entry} url={request.url} nonce={context.nonce} abortDelay={RENDER_MS} />
      </NonceContext.Provider>
    )
    let statusNow = context.failure.database ? 503 : status
    const { pipe, abort } = renderToPipeableStream(page, {
      nonce: context.nonce,
      onAllReady() {
        headers.set('Content-Type', 'text/html; charset=utf-8')
        headers.set('Cache-Control', 'no-store')
        pipe(whole((body) => resolve(new Response(body, { status: statusNow, headers }))))
      },
      onShellError: reject,
      onError(error) {
        statusNow = 500
        context.log.error({ err: error }, 'render')
      },
    })
    setTimeout(abort, RENDER_MS).unref()
  })
}

/** Takes what is written to it, and gives it in one piece when all is there. */
function whole(take: (body: Uint8Array<ArrayBuffer>) => void): Writable {
  const pieces: Array<Buffer> = []
  return new Writable({
    write(piece: Buffer, _encoding, written) {
      pieces.push(piece)
      written()
    },
    final(ended) {
      take(new Uint8Array(Buffer.concat(pieces)))
      ended()
    },
  })
}

/** What the browser's script asks for belongs to one learner at one moment, as a page does. */
export const handleDataRequest: HandleDataRequestFunction = (response) => {
  response.headers.set('Cache-Control', 'no-store')
  return response
}

/** Called for what a loader or action did not expect. The visitor sees a page without details; the log has them. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted || isRefusal(error)) return
  context.failure.database = isDatabaseFailure(error)
  context.log.error({ err: error }, context.failure.database ? 'database' : 'unexpected')
}

/** What Remix itself refuses, such as a form sent to a page that takes none: that is no fault of ours. */
function isRefusal(error: unknown): boolean {
  return isRouteErrorResponse(error) && error.status < 500
}
