import { environment } from './environment.ts'
import path from 'node:path'
import { createChecker } from '../cases/checker.server.ts'
import { createCourses } from '../cases/courses.server.ts'
import { createLibrary } from '../cases/library.server.ts'
import { publishContent } from '../cases/publish.server.ts'
import { publishCourses } from '../cases/publish-courses.server.ts'
import { progressBar } from '../cli/progress-bar.ts'
import { openDatabase } from '../data/database.server.ts'
import { applyMigrations } from '../data/migrate.server.ts'
import { readConfig } from '../http/config.server.ts'
import { showPublishing } from './show-publishing.ts'
import { fillDemo } from './demo/fill-demo.ts'
import type { Demo } from './demo/fill-demo.ts'

/** `npm run demo`: fills an installation with a cohort that has played for weeks, and tells how to sign in. */
async function demo(): Promise<number> {
  if (environment['NODE_ENV'] === 'production') {
    process.stderr.write(
      '\nThe demo makes people up, so it does not run where NODE_ENV is production. Nothing was changed.\n',
    )
    return 1
  }
  const { databaseUrl } = readConfig(environment)
  await applyMigrations(databaseUrl)
  const db = await openDatabase(databaseUrl)
  const checker = createChecker()
  const now = new Date()
  try {
    const content = path.resolve('content')
    const tools = { db, checker, now: () => now }
    await publishContent(
      content,
      tools,
      showPublishing((line) => process.stdout.write(`  ${line}\n`)),
    )
    await publishCourses(content, tools)
    const bar = progressBar(process.stderr, 30)
    const onProgress = (done: number) => bar.show(done, 'learners have played')
    const made = await fillDemo({ db, library: createLibrary(db), courses: createCourses(db), now, onProgress })
    bar.clear()
    process.stdout.write(textOf(made))
    return 'passwords' in made ? 0 : 1
  } finally {
    await checker.close()
    await db.close()
  }
}

function textOf(made: Demo): string {
  if (made.kind === 'no-course')
    return '\nThe course Run it, lead it is not in service, so there is nothing to play. Nothing was changed.\n'
  if (!('passwords' in made))
    return '\nAn earlier run was interrupted. Begin with a new database: DATABASE_URL=file:./demo.db npm run demo\n'
  const head =
    made.kind === 'filled'
      ? `A cohort of ${made.learners} learners is there.`
      : 'The demo is in this database already. Nothing was added; these are new passwords.'
  const lines = made.passwords.map(({ email, password }) => `  ${email.padEnd(24)} ${password}`)
  return `\n${head}\n\n${lines.join('\n')}\n\nStart the program with npm start and sign in with one of them.\n`
}

demo()
  .then((code) => process.exit(code))
  .catch((error: unknown) => {
    process.stderr.write(`\nThe demo could not be made. ${error instanceof Error ? error.message : String(error)}\n`)
    process.exit(1)
  })
