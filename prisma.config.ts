import process from 'node:process'
import { defineConfig } from 'prisma/config'

// Prisma would download its schema engine at every call. Nothing here needs that binary: migrations run on the same engine as
// WebAssembly (prisma/pending-change.ts). Any path that exists keeps the download away.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath

export default defineConfig({ schema: 'prisma/schema.prisma', migrations: { path: 'prisma/migrations/sqlite' } })
