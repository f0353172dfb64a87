import type { ServerBuild } from '@remix-run/node'
import type { RequestHandler } from 'express'

/** Vite in middleware mode: pages are compiled when they are asked for and updated in the browser as files change. */
export async function developmentServer(): Promise<{
  middleware: RequestHandler
  build: () => Promise<ServerBuild>
  close: () => Promise<void>
}> {
  // Loaded here alone: production must not pay for Vite.
  const { createServer } = await import('vite')
  const vite = await createServer({ server: { middlewareMode: true } })
  return {
    middleware: vite.middlewares,
    // Vite's loader can't say what a virtual module holds; Remix's plugin makes this one.
    build: async () => (await vite.ssrLoadModule('virtual:remix/server-build')) as ServerBuild,
    close: () => vite.close(),
  }
}
