import { checkNode, generate, install } from '../../app/start/install.mjs'
import { say } from '../../app/start/say.mjs'

// Runs before anything is installed: what needs a package is imported after the installation.
checkNode()
install()
generate()
const { findBrowser } = await import('./browser.mjs')
const browser = findBrowser(say)
if (browser.path === null) {
  process.stderr.write(`\n${browser.sentence}\n`)
  process.exit(1)
}
process.env['CHROMIUM_PATH'] = browser.path
await import('./validate.mjs')
