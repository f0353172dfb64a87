import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { say } from './say.mjs'

const LEAST_NODE = [20, 19]
const STAMPS = 'node_modules/.casewright'

/** Stops with a sentence where this version of Node can't run the program. */
export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > LEAST_NODE[0] || (major === LEAST_NODE[0] && minor >= LEAST_NODE[1])) return
  fail(
    `Casewright needs Node ${LEAST_NODE.join('.')} or newer; this is ${process.versions.node}. See https://nodejs.org.`,
  )
}

/**
 * Installs the packages of the lock file, unless that was done already. `install`, not `ci`: `ci` refuses a lock file that lacks
 * the optional binaries of other platforms; and `--no-save`, so that the lock file stays as it is.
 */
export function install() {
  step(
    'install',
    ['package-lock.json', 'package.json'],
    'node_modules/react',
    'Packages: installing (a minute or two the first time)',
    () => {
      const done = run('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'])
      if (!done) fail(explainInstall())
    },
  )
}

/** Generates the database clients from the schema. */
export function generate() {
  step(
    'generate',
    ['prisma/schema.prisma', 'prisma/generate.ts', 'prisma/postgresql-schema.ts', 'package-lock.json'],
    'prisma/client-postgresql/client.ts',
    'Database: generating the clients',
    () => {
      if (!run('node', ['--import', 'tsx', 'prisma/generate.ts'], { quiet: true }))
        fail('The database clients could not be generated; see above.')
    },
  )
}

/** Builds the pages, and then the server with them. */
export function build() {
  const sources = [
    'app',
    'machines',
    'prisma/client',
    'prisma/client-postgresql',
    'public',
    'package-lock.json',
    'vite.config.ts',
    'tsconfig.json',
  ]
  step('build', sources, 'build/start/serve.mjs', 'Pages: building', () => {
    const vite = ['node_modules/@remix-run/dev/dist/cli.js', 'vite:build', '--logLevel', 'error']
    if (!run('node', vite, { quiet: true })) fail('The pages could not be built; see above.')
    if (!run('node', ['app/bundle/server.mjs'], { quiet: true })) fail('The server could not be built; see above.')
  })
}

/** Does a step only where its sources differ from when it was last done, or what it made is missing. */
function step(name, sources, made, line, work) {
  const stamp = path.join(STAMPS, name)
  const wanted = digest(sources)
  if (existsSync(made) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  say(line)
  const startedAt = process.hrtime.bigint()
  work()
  mkdirSync(STAMPS, { recursive: true })
  writeFileSync(stamp, wanted)
  say(`  done in ${(Number(process.hrtime.bigint() - startedAt) / 1e9).toFixed(1)} s`)
}

function digest(sources) {
  const hash = createHash('sha256').update(process.versions.modules)
  for (const file of sources.flatMap(filesIn)) hash.update(file).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

function filesIn(place) {
  if (!existsSync(place)) return []
  if (!statSync(place).isDirectory()) return [place]
  return readdirSync(place)
    .sort()
    .flatMap((name) => filesIn(path.join(place, name)))
}

function run(command, args, { quiet = false } = {}) {
  const output = quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit']
  const result = spawnSync(command, args, { stdio: output, shell: process.platform === 'win32', encoding: 'utf8' })
  if (result.status !== 0 && quiet) process.stderr.write(`${result.stdout ?? ''}${result.stderr ?? ''}`)
  return result.status === 0
}

/** The one package that may have to be compiled is the database's. */
function explainInstall() {
  const missing = ['python3', 'make', 'c++'].filter(
    (tool) => spawnSync(tool, ['--version'], { stdio: 'ignore' }).status !== 0,
  )
  if (missing.length === 0) return 'The packages could not be installed; see above.'
  return (
    `The packages could not be installed; see above. If it was better-sqlite3: no ready-made file for this machine could be ` +
    `downloaded, and to compile it ${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing ` +
    '(Debian, Ubuntu: apt-get install python3 make g++; macOS: xcode-select --install).'
  )
}

function fail(sentence) {
  process.stderr.write(`\n${sentence}\n`)
  process.exit(1)
}
