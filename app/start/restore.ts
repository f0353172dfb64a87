import { environment } from './environment.ts'
import { restore } from '../backup/restore.server.ts'
import { readConfig } from '../http/config.server.ts'
import { amountOf, fileGiven, runOperation } from './operation.ts'

const HELP = `Usage: npm run -s restore -- FILE [--replace]

Puts a backup in the place of the database that DATABASE_URL names, and migrates it to this version. Stop the server first. Nothing
is changed before the backup was read to its end.
  --replace   a SQLite database that is not empty is put aside; its new name is said. One of PostgreSQL has to be empty.
Exit status: 0 restored, 1 not restored, and why is said, 2 wrong use.
`

const SECRET = `Start the server with the SESSION_SECRET (or the file .secret) that it had then: it opens the keys of certificates and the sessions.
`

runOperation({
  name: 'restore',
  help: HELP,
  takes: [1, 1],
  replaces: true,
  run: async ({ positionals: [given = ''], replace }, tell) => {
    const { databaseUrl: url } = readConfig(environment)
    const { digests, keptAside } = await restore({ file: fileGiven(given), url, replace, now: new Date(), tell })
    const aside = keptAside === null ? '' : `What was there before is at ${keptAside}\n`
    return `Restored ${amountOf(digests)}.\n${aside}${SECRET}`
  },
})
