import { register } from 'tsx/esm/api'

// The package first: tsx would look at each of its files on the way in, which takes longer than to load them.
await import('@react-pdf/renderer')
register()
await import('./pdf-worker.ts')
