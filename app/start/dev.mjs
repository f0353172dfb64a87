import { spawn } from 'node:child_process'
import { checkNode, generate, install } from './install.mjs'

checkNode()
install()
generate()

const environment = { ...process.env, NODE_ENV: 'development' }
const server = spawn(process.execPath, ['--import', 'tsx', 'app/start/serve.ts'], {
  stdio: 'inherit',
  env: environment,
})
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => server.kill(signal))
server.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
