import { environment } from './environment.ts'
import { statSync } from 'node:fs'
import path from 'node:path'
import { backUp } from '../backup/backup.server.ts'
import { readConfig } from '../http/config.server.ts'
import { amountOf, fileGiven, runOperation } from './operation.ts'

const HELP = `Usage: npm run -s backup -- [FILE]

Saves the database that DATABASE_URL names to a SQLite file, as it is at one moment, while the server runs. FILE must not be there
yet; without it, the file is made in backups/ and named after the time. It is read back before it gets its name.
Exit status: 0 saved, 1 not saved, and why is said, 2 wrong use.
`

/** The keys of certificates are in the database, sealed with the secret. */
const SECRET = `The secret is not in it: keep SESSION_SECRET, or the file .secret where none is set, in another place. With another secret everybody
signs in anew, links in mails no longer work, and certificates are signed with a new key; those given before stay good.
`

runOperation({
  name: 'backup',
  help: HELP,
  takes: [0, 1],
  run: async ({ positionals: [given] }, tell) => {
    const { databaseUrl } = readConfig(environment)
    const stamp = new Date().toISOString().replaceAll(':', '-')
    const file = given === undefined ? path.resolve('backups', `casewright-${stamp}.db`) : fileGiven(given)
    const digests = await backUp(databaseUrl, file, tell)
    const megabytes = (statSync(file).size / 1_000_000).toFixed(1)
    return `Saved ${amountOf(digests)} to ${file} (${megabytes} MB), read back and found the same.\n${SECRET}`
  },
})
