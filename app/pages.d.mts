import type { ServerBuild } from '@remix-run/node'

export const pages: ServerBuild
