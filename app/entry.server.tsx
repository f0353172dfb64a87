import type { AppLoadContext, EntryContext, HandleDataRequestFunction, HandleErrorFunction } from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { renderToString } from 'react-dom/server'
import { isDatabaseFailure } from './data/database.server.ts'
import { NonceContext } from './components/nonce.ts'

/**
 * Renders a page whole before it is sent: a page without JavaScript must not wait for scripts to put its parts in order. Nothing in it
 * is waited for either, so it is rendered in one go: as a stream, React encodes and copies each of its thousand pieces.
 */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  entry: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  await readHandoff(entry)
  const page = renderToString(
    <NonceContext.Provider value={context.nonce}>
      <RemixServer context={entry} url={request.url} nonce={context.nonce} />
    </NonceContext.Provider>,
  )
  headers.set('Content-Type', 'text/html; charset=utf-8')
  headers.set('Cache-Control', 'no-store')
  return new Response(Buffer.from(page), { status: context.failure.database ? 503 : status, headers })
}

/** Reads what Remix hands to the browser's script before it renders, which else would wait for it part by part. */
async function readHandoff({ serverHandoffStream, renderMeta }: EntryContext): Promise<void> {
  if (!serverHandoffStream || !renderMeta) return
  const reader = serverHandoffStream.getReader()
  const decoder = new TextDecoder()
  let value = ''
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    value += decoder.decode(read.value, { stream: true })
  }
  reader.releaseLock()
  renderMeta.streamCache = { 0: Object.assign(Promise.resolve(), { result: { done: true, value } }) }
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
