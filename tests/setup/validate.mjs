import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'

// Everything that must hold. `npm test` installs what is needed first and then runs this.

const RESULTS = path.resolve('test-results')

/** `count` reads how many tests of a step passed and failed; a step without it counts as one. */
const STEPS = [
  { name: 'format', command: ['prettier', '--check', '--log-level', 'warn', '.'] },
  { name: 'lint', command: ['oxlint', '-c', 'oxlint.config.mjs', '--deny-warnings'] },
  { name: 'types', command: ['tsc', '--noEmit'] },
  { name: 'unused code', command: ['knip'] },
  { name: 'cases', command: ['node', 'app/cli/casewright.mjs', 'check', 'content'] },
  { name: 'unit', command: vitest('unit'), count: countVitest('unit') },
  { name: 'build', command: ['remix', 'vite:build', '--logLevel', 'error'] },
  { name: 'build of the server', command: ['node', 'app/bundle/server.mjs'] },
  { name: 'integration', command: vitest('integration'), count: countVitest('integration') },
  { name: 'integration on PostgreSQL', command: vitest('postgresql'), count: countVitest('postgresql') },
  { name: 'browser', command: ['playwright', 'test', '-c', 'tests/e2e/playwright.config.ts'], count: countPlaywright },
]

function vitest(project) {
  return [
    'vitest',
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report(project)}`,
  ]
}

function report(name) {
  return path.join(RESULTS, `${name}.json`)
}

function countVitest(project) {
  return () => {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report(project), 'utf8'))
    return { passed: numPassedTests, failed: numFailedTests }
  }
}

function countPlaywright() {
  const { expected, unexpected, flaky } = JSON.parse(readFileSync(report('browser'), 'utf8')).stats
  return { passed: expected, failed: unexpected + flaky }
}

async function validate() {
  rmSync(RESULTS, { recursive: true, force: true })
  mkdirSync(RESULTS, { recursive: true })
  const total = { passed: 0, failed: 0 }
  const broken = []
  for (const [index, step] of STEPS.entries()) {
    process.stdout.write(`\n[${index + 1}/${STEPS.length}] ${step.name}\n`)
    const startedAt = process.hrtime.bigint()
    const { passed, failed } = counted(step, await run(step.command))
    const isGood = failed === 0
    total.passed += passed
    total.failed += failed
    if (!isGood) broken.push(step.name)
    const seconds = (Number(process.hrtime.bigint() - startedAt) / 1e9).toFixed(1)
    process.stdout.write(
      `${isGood ? 'ok' : 'FAILED'}: ${step.name}, ${passed} passed, ${failed} failed, ${seconds} s\n`,
    )
  }
  if (broken.length > 0) process.stdout.write(`\nFailed: ${broken.join(', ')}\n`)
  process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`)
  process.exitCode = broken.length > 0 ? 1 : 0
}

/** By its own count, which an exit code can't make good; a step that failed without one, or has no report, is one failure. */
function counted({ count }, hasSucceeded) {
  if (!count) return hasSucceeded ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
  try {
    const { passed, failed } = count()
    return { passed, failed: hasSucceeded ? failed : Math.max(failed, 1) }
  } catch {
    return { passed: 0, failed: 1 }
  }
}

function run([command = '', ...args]) {
  return new Promise((resolve) => {
    const bin = path.resolve('node_modules/.bin')
    const environment = { ...process.env, PATH: `${bin}${path.delimiter}${process.env['PATH'] ?? ''}` }
    const child = spawn(command, args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: environment,
      shell: process.platform === 'win32',
    })
    child.on('error', () => resolve(false))
    child.on('exit', (code) => resolve(code === 0))
  })
}

await validate()
