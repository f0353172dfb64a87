import type { Request, RequestHandler } from 'express'

/** The longest form of ours is a few thousand characters; three bytes each, escaped, leave room to spare. */
const MOST_BYTES = 256 * 1024

/** Mail programs switch reminders off with a form of several parts (RFC 8058 §3.2); nothing of it is read. */
const ONE_CLICK = '/reminders/off'

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
  const isForm = request.is('application/x-www-form-urlencoded') || isOneClick(request)
  if (Number(length ?? 0) > 0 && !isForm) {
    response.status(415).type('text/plain').send('Only forms can be sent here. Nothing was changed.\n')
    return
  }
  next()
}

function isOneClick(request: Request): boolean {
  return request.path === ONE_CLICK && Boolean(request.is('multipart/form-data'))
}
