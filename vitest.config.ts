import { defineConfig } from 'vitest/config'

/** The same files run against both databases. */
const INTEGRATION = { include: ['tests/integration/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 120_000 }

/** What is about files of SQLite, or brings a PostgreSQL of its own. */
const FILES = ['tests/integration/{backup,copy}.test.ts']

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{app,machines,prisma}/**/*.test.{ts,tsx}'],
          testTimeout: 60_000,
          globalSetup: 'tests/setup/run-folder.ts',
        },
      },
      { test: { ...INTEGRATION, name: 'integration', globalSetup: 'tests/setup/prepare-database.ts' } },
      {
        test: { ...INTEGRATION, name: 'postgresql', exclude: FILES, globalSetup: 'tests/setup/prepare-postgresql.ts' },
      },
    ],
  },
})
