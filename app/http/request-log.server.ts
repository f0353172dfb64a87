import type { RequestHandler } from 'express'
import type { Logger } from 'pino'

/** One JSON line a request, when its answer has left. Never the query or the form: they hold what learners write. */
export function requestLog(log: Logger): RequestHandler {
  return (request, response, next) => {
    const startedAt = process.hrtime.bigint()
    response.once('close', () => {
      const ms = Number(process.hrtime.bigint() - startedAt) / 1e6
      const line = {
        requestId: response.locals.requestId,
        method: request.method,
        path: request.originalUrl.split('?', 1)[0],
        status: response.statusCode,
        ms: Math.round(ms * 10) / 10,
        ...(response.writableFinished ? {} : { aborted: true }),
      }
      if (response.statusCode >= 500) log.error(line, 'request')
      else log.info(line, 'request')
    })
    next()
  }
}
