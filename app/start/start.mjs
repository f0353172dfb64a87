import { spawn } from 'node:child_process'
import { build, checkNode, generate, install } from './install.mjs'

// Runs before anything is installed: nothing here may import a package.
process.stdout.write('\nCasewright\n')
checkNode()
install()
generate()
build()

const server = spawn(process.execPath, ['--import', 'tsx', 'app/start/serve.ts'], { stdio: 'inherit' })
// A terminal sends the signal to both; a process manager only to this one.
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => server.kill(signal))
server.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
