import { register } from 'tsx/esm/api'

// The packages first: tsx would look at each of their hundreds of files on the way in, which takes longer than to load them.
await Promise.all(['zod', 'unified', 'remark-parse', 'remark-gfm', 'remark-mdx', 'yaml'].map((name) => import(name)))
register({ tsconfig: false })
await import('./check-worker.ts')
