import type { Request, RequestHandler } from 'express'

const METHODS = ['GET', 'HEAD', 'POST']

/** Of a page's data Remix takes HEAD for the sending of a form. */
const METHODS_OF_DATA = ['GET', 'POST']

/**
 * Refuses what no page can be asked: by a method that none has, or by an address or a host that can't be read. What is behind takes
 * all of them for granted and would fail on them.
 */
export const pageRequestsOnly: RequestHandler = (request, response, next) => {
  const methods = request.path.endsWith('.data') ? METHODS_OF_DATA : METHODS
  if (!methods.includes(request.method)) {
    response.status(405).set('Allow', methods.join(', ')).type('text/plain')
    response.send('Pages here are looked at, or a form is sent to them. Nothing was changed.\n')
    return
  }
  if (!isReadable(request)) {
    response.status(400).type('text/plain').send('This address can’t be read. Nothing was changed.\n')
    return
  }
  next()
}

function isReadable(request: Request): boolean {
  const { protocol, path, originalUrl } = request
  // Older pages of Remix asked for data by `_data`; where it is still sent, Remix complains to the log.
  return (
    /^https?$/.test(protocol) &&
    isHost(request.get('Host') ?? '') &&
    (request.get('X-Forwarded-Host') ?? '').split(',').every((host) => host === '' || isHost(host.trim())) &&
    originalUrl.startsWith('/') &&
    isPath(path) &&
    request.query['_data'] === undefined
  )
}

/** A backslash is a slash to who reads URLs, and React's router takes what follows for a host. */
function isPath(path: string): boolean {
  try {
    return !decodeURIComponent(path).includes('\\')
  } catch {
    return false
  }
}

/** A name or address, perhaps with a port, and nothing else of a URL. */
function isHost(host: string): boolean {
  return /^[^\s/\\?#@]+$/.test(host) && URL.canParse(`http://${host}/`)
}
