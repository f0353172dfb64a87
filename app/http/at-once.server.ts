import type { RequestHandler } from 'express'

const RETRY_AFTER_S = 2

/** Takes so many requests at once; one more is told at once to come again, instead of waiting with all the others for too long. */
export function atOnce(most: number): RequestHandler {
  let underWay = 0
  return (_request, response, next) => {
    if (underWay >= most) {
      response
        .status(503)
        .set({ 'Retry-After': String(RETRY_AFTER_S), 'Cache-Control': 'no-store', Connection: 'close' })
        .type('text/plain')
        .send('Too many people are asking for something right now. Nothing was changed. Try again in a few seconds.\n')
      return
    }
    underWay += 1
    response.once('close', () => (underWay -= 1))
    next()
  }
}
