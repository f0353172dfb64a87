#!/usr/bin/env node
import { register } from 'tsx/esm/api'

// No tsconfig: tsx would take the one of the folder that the command runs in, which may be anybody's.
register({ tsconfig: false })
const { main } = await import('./main.ts')
process.exitCode = await main(process.argv.slice(2))
