import type { Request, RequestHandler } from 'express'

/** The longest form of ours is a few thousand characters; three bytes each, escaped, leave room to spare. */
const MOST_BYTES = 256 * 1024

/** Mail programs switch reminders off with a form of several parts (RFC 8058 §3.2); nothing of it is read. */
const ONE_CLICK = '/reminders/off'

/** Where a list of people is sent: a file of 1 MB, or what was made of it, each of whose bytes may be escaped to three. */
const PEOPLE = /^\/teach\/cohorts\/[^/]+\/invite$/
const PEOPLE_BYTES = 3 * 1024 * 1024 + 64 * 1024

const BODILESS = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Refuses a body that no page of ours sends, before a byte of it is read. */
export const bodyLimit: RequestHandler = (request, response, next) => {
  if (BODILESS.has(request.method)) return next()
  const length = request.get('Content-Length')
  if (length === undefined && request.get('Transfer-Encoding') !== undefined) {
    response.status(411).type('text/plain').send('Say how long the form is. Nothing was changed.\n')
    return
  }
  const isPeople = PEOPLE.test(pathOf(request))
  if (Number(length ?? 0) > (isPeople ? PEOPLE_BYTES : MOST_BYTES)) {
    response
      .status(413)
      .set('Connection', 'close')
      .type('text/plain')
      .send(
        isPeople
          ? 'This file is larger than 1 MB, so it was not read. Go back and choose a list of at most 5,000 people.\n'
          : 'That is more than any form here holds. Nothing was changed.\n',
      )
    return
  }
  const isMultipart = (isPeople || isOneClick(request)) && Boolean(request.is('multipart/form-data'))
  const isForm = request.is('application/x-www-form-urlencoded') || isMultipart
  if (Number(length ?? 0) > 0 && !isForm) {
    response.status(415).type('text/plain').send('Only forms can be sent here. Nothing was changed.\n')
    return
  }
  next()
}

/** The browser's script sends to the same address with `.data` at its end. */
function pathOf(request: Request): string {
  return request.path.replace(/\.data$/, '')
}

function isOneClick(request: Request): boolean {
  return request.path === ONE_CLICK
}
