import { createRequestHandler } from '@remix-run/express'
import type { ServerBuild } from '@remix-run/node'
import type { RequestHandler } from 'express'

type Options = Omit<Parameters<typeof createRequestHandler>[0], 'build'>
type Routes = Readonly<Record<string, { parentId?: string; path?: string }>>

/**
 * Answers with the pages of a build. For each request Remix walks all routes several times and makes their patterns anew each time; so
 * it is given those alone that can match: by how the address begins.
 */
export function pagesOf(build: ServerBuild, options: Options): RequestHandler {
  const whole = createRequestHandler({ build, ...options })
  const parts = new Map(
    beginningsOf(build.routes).map((beginning) => [
      beginning,
      createRequestHandler({ build: partOf(build, beginning), ...options }),
    ]),
  )
  return (request, response, next) => {
    const beginning = beginningOf(request.path)
    const handler = beginning === null ? whole : (parts.get(beginning) ?? whole)
    return handler(request, response, next)
  }
}

/** The build with those routes alone that match an address which begins so, or any. */
export function partOf(build: ServerBuild, beginning: string): ServerBuild {
  const among = <Route>(routes: Readonly<Record<string, Route>>) =>
    Object.fromEntries(
      Object.entries(routes).filter(([id]) => [null, beginning].includes(routeBeginning(build.routes, id))),
    )
  return { ...build, routes: among(build.routes), assets: { ...build.assets, routes: among(build.assets.routes) } }
}

/** The first word of an address, or of that of a page's data; null where it is not plainly written and Remix had better read it. */
export function beginningOf(path: string): string | null {
  if (path === '/') return ''
  return /^\/([a-z-]+)(?:\/|\.data$|$)/.exec(path)?.[1] ?? null
}

function beginningsOf(routes: Routes): Array<string> {
  return [...new Set(['', ...Object.keys(routes).flatMap((id) => routeBeginning(routes, id) ?? [])])]
}

/** The first word of every address that a route matches, or null where there is no such. */
function routeBeginning(routes: Routes, id: string): string | null {
  const { parentId, path = '' } = routes[id] ?? {}
  const above = parentId === undefined ? null : routeBeginning(routes, parentId)
  return above ?? /^([a-z-]+)(?:\/|$)/.exec(path)?.[1] ?? null
}
