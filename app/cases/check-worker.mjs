import { register } from 'tsx/esm/api'

// A worker does not inherit its parent's loader.
register()
await import('./check-worker.ts')
