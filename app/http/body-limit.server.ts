import type { Request, RequestHandler } from 'express'

/** The longest form of ours is a few thousand characters; three bytes each, escaped, leave room to spare. */
const MOST_BYTES = 256 * 1024

/** Mail programs switch reminders off with a form of several parts (RFC 8058 §3.2); nothing of it is read. */
const ONE_CLICK = '/reminders/off'

/** Where the text of a case is sent: up to a mebibyte, three bytes each, escaped. */
const STUDIO = /^\/teach\/cases(\/|\.data$|$)/
const MOST_TEXT_BYTES = 3 * 1024 * 1024 + MOST_BYTES

/** Where one image is sent: 2 MB and what stands around it. */
const STUDIO_IMAGE = /^\/teach\/cases\/[^/]+\/images(\.data)?$/
const MOST_IMAGE_BYTES = 2_000_000 + 16 * 1024

const BODILESS = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Refuses a body that no page of ours sends, before a byte of it is read. */
export const bodyLimit: RequestHandler = (request, response, next) => {
  if (BODILESS.has(request.method)) return next()
  const length = request.get('Content-Length')
  if (length === undefined && request.get('Transfer-Encoding') !== undefined) {
    response.status(411).type('text/plain').send('Say how long the form is. Nothing was changed.\n')
    return
  }
  const { most, refusal } = limitOf(request.path)
  if (Number(length ?? 0) > most) {
    response.status(413).set('Connection', 'close').type('text/plain').send(`${refusal} Nothing was changed.\n`)
    return
  }
  const isForm = request.is('application/x-www-form-urlencoded') || isOneClick(request) || isImage(request)
  if (Number(length ?? 0) > 0 && !isForm) {
    response.status(415).type('text/plain').send('Only forms can be sent here. Nothing was changed.\n')
    return
  }
  next()
}

function isOneClick(request: Request): boolean {
  return request.path === ONE_CLICK && Boolean(request.is('multipart/form-data'))
}

function isImage(request: Request): boolean {
  return STUDIO_IMAGE.test(request.path) && Boolean(request.is('multipart/form-data'))
}

function limitOf(path: string): { most: number; refusal: string } {
  if (STUDIO_IMAGE.test(path)) return { most: MOST_IMAGE_BYTES, refusal: 'An image can have at most 2 MB.' }
  if (STUDIO.test(path)) return { most: MOST_TEXT_BYTES, refusal: 'A case can have at most 1 MiB of text.' }
  return { most: MOST_BYTES, refusal: 'That is more than any form here holds.' }
}
