import module from 'node:module'
import { build, checkNode, generate, install } from './install.mjs'

// Runs before anything is installed: nothing here may import a package.
process.stdout.write('\nCasewright\n')
checkNode()
install()
generate()
build()

// Node 22 keeps what it has compiled; Node 20 can't.
module.enableCompileCache?.('build/compiled')
await import('../../build/start/serve.mjs')
