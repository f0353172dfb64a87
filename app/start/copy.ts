import { copyDatabase } from '../backup/copy-database.server.ts'
import { amountOf, runOperation } from './operation.ts'

const HELP = `Usage: npm run -s db:copy -- FROM TO

Copies an installation from SQLite (file:PATH) into an empty database of PostgreSQL (postgresql://USER:PASSWORD@HOST/NAME) and
compares the two. Stop the server first. Where it was broken off, the same command goes on.
Exit status: 0 copied, 1 not copied, and why is said, 2 wrong use.
`

runOperation({
  name: 'db:copy',
  help: HELP,
  takes: [2, 2],
  run: async ({ positionals: [from = '', to = ''] }, tell) => {
    const digests = await copyDatabase(from, to, tell)
    return `Copied ${amountOf(digests)}; both sides are the same. From now on set DATABASE_URL to the new address, and keep SESSION_SECRET.\n`
  },
})
