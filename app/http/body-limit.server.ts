import type { Request, RequestHandler } from 'express'

/** The longest form of ours is a few thousand characters; three bytes each, escaped, leave room to spare. */
const MOST_BYTES = 256 * 1024

/** A form that is larger than others, or is sent in several parts; `refusal` is said of one that is larger still. */
type Exception = { path: RegExp; isMultipart: boolean; most: number; refusal: string }

/** The first that fits counts. */
const EXCEPTIONS: ReadonlyArray<Exception> = [
  // Mail programs switch reminders off with a form of several parts (RFC 8058 §3.2); nothing of it is read.
  {
    path: /^\/reminders\/off$/,
    isMultipart: true,
    most: MOST_BYTES,
    refusal: 'That is more than any form here holds.',
  },
  // A list of people: a file of 1 MB, or what was made of it, each of whose bytes may be escaped to three.
  {
    path: /^\/teach\/cohorts\/[^/]+\/invite$/,
    isMultipart: true,
    most: 3 * 1024 * 1024 + 64 * 1024,
    refusal: 'This file is larger than 1 MB, so it was not read. Go back and choose a list of at most 5,000 people.',
  },
  // One image: 2 MB and what stands around it.
  {
    path: /^\/teach\/cases\/[^/]+\/images$/,
    isMultipart: true,
    most: 2_000_000 + 16 * 1024,
    refusal: 'An image can have at most 2 MB.',
  },
  // The text of a case: up to a mebibyte, three bytes each, escaped.
  {
    path: /^\/teach\/cases(\/|$)/,
    isMultipart: false,
    most: 3 * 1024 * 1024 + MOST_BYTES,
    refusal: 'A case can have at most 1 MiB of text.',
  },
]

const ANY_OTHER = { isMultipart: false, most: MOST_BYTES, refusal: 'That is more than any form here holds.' }

const BODILESS = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Refuses a body that no page of ours sends, before a byte of it is read. */
export const bodyLimit: RequestHandler = (request, response, next) => {
  if (BODILESS.has(request.method)) return next()
  const length = request.get('Content-Length')
  if (length === undefined && request.get('Transfer-Encoding') !== undefined) {
    response.status(411).type('text/plain').send('Say how long the form is. Nothing was changed.\n')
    return
  }
  const { isMultipart, most, refusal } = ruleFor(request)
  if (Number(length ?? 0) > most) {
    response.status(413).set('Connection', 'close').type('text/plain').send(`${refusal} Nothing was changed.\n`)
    return
  }
  // An empty one too has to say that it is a form: an action could not read it otherwise.
  const type = typeOf(request)
  if (type !== 'application/x-www-form-urlencoded' && !(isMultipart && type === 'multipart/form-data')) {
    response.status(415).type('text/plain').send('Only forms can be sent here. Nothing was changed.\n')
    return
  }
  next()
}

/** What a body is said to be, without parameters. */
function typeOf(request: Request): string {
  return (request.get('Content-Type') ?? '').replace(/;.*$/s, '').trim().toLowerCase()
}

/** The browser's script sends to the same address with `.data` at its end. */
function ruleFor(request: Request): Omit<Exception, 'path'> {
  const path = request.path.replace(/\.data$/, '')
  return EXCEPTIONS.find((exception) => exception.path.test(path)) ?? ANY_OTHER
}
