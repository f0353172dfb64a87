import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import path from 'node:path'
import { chromium } from '@playwright/test'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/**
 * The Chromium that the browser tests drive: CHROMIUM_PATH, one that is installed, Playwright's own, or Debian's package. Returns its
 * path, or null with a sentence that says what was tried.
 */
export function findBrowser(say) {
  const given = process.env['CHROMIUM_PATH']
  if (given) return existsSync(given) ? found(given) : missing(`CHROMIUM_PATH names ${given}, which is not there.`)
  const installed = onPath() ?? playwrights()
  if (installed) return found(installed)
  say('Browser: none found, downloading Playwright’s Chromium')
  if (run('npx', ['playwright', 'install', 'chromium']) && playwrights()) return found(playwrights())
  if (process.getuid?.() === 0 && run('apt-get', ['--version'])) {
    say('Browser: that download can’t be reached, installing Debian’s package')
    run('apt-get', ['update'])
    run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'])
    const packaged = onPath()
    if (packaged) return found(packaged)
  }
  return missing(
    'The browser tests need a Chromium. None is installed, and neither "npx playwright install chromium" nor Debian’s package could be had. ' +
      'Install one, or set CHROMIUM_PATH to it.',
  )
}

function onPath() {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter)
  return NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name))).find(isExecutable) ?? null
}

function playwrights() {
  const file = chromium.executablePath()
  return isExecutable(file) ? file : null
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function run(command, args) {
  return spawnSync(command, args, { stdio: 'ignore', timeout: 600_000 }).status === 0
}

function found(file) {
  return { path: file, sentence: null }
}

function missing(sentence) {
  return { path: null, sentence }
}
