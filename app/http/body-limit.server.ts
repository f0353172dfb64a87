import type { RequestHandler } from 'express'

/** The longest form of ours is a few thousand characters; three bytes each, escaped, leave room to spare. */
const MOST_BYTES = 256 * 1024

const BODILESS = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Refuses a body that no page of ours sends, before a byte of it is read. */
export const bodyLimit: RequestHandler = (request, response, next) => {
  if (BODILESS.has(request.method)) return next()
  const length = request.get('Content-Length')
  if (length === undefined && request.get('Transfer-Encoding') !== undefined) {
    response.status(411).type('text/plain').send('Say how long the form is. Nothing was changed.\n')
    return
  }
  if (Number(length ?? 0) > MOST_BYTES) {
    response
      .status(413)
      .set('Connection', 'close')
      .type('text/plain')
      .send('That is more than any form here holds. Nothing was changed.\n')
    return
  }
  if (Number(length ?? 0) > 0 && !request.is('application/x-www-form-urlencoded')) {
    response.status(415).type('text/plain').send('Only forms can be sent here. Nothing was changed.\n')
    return
  }
  next()
}
