import { readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'

// Puts the server, its two workers and the built pages into a few files of plain JavaScript. From the sources a start would translate
// some 350 files of TypeScript and look for a thousand files of packages, which is most of the time that it takes.

const FOLDER = 'build/start'

/**
 * What is left in `node_modules`: native code, what looks for files beside its own, what is large and seldom needed, and React with what
 * imports it, since there must be one React.
 */
const LEFT_OUT = [
  '@node-rs/argon2',
  '@prisma/client',
  '@react-pdf/renderer',
  'better-sqlite3',
  'esbuild',
  'mdx-bundler',
  'pg',
  'pino',
  'react',
  'react-dom',
  'vite',
]

// Packages in CommonJS ask for Node's own modules by `require`.
const REQUIRE = `import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);`

const { metafile } = await build({
  entryPoints: {
    serve: 'app/start/serve.ts',
    // Beside the server: there it looks for them.
    'check-worker': 'app/cases/check-worker.ts',
    'pdf-worker': 'app/credentials/pdf-worker.ts',
  },
  outdir: FOLDER,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  jsx: 'automatic',
  define: { 'process.env.NODE_ENV': '"production"' },
  external: LEFT_OUT,
  banner: { js: REQUIRE },
  // A start reads all of it. Names stay, for whoever reads what an error tells.
  minifyWhitespace: true,
  // That an import without a name is left out is what packages without side effects ask for.
  logOverride: { 'ignored-bare-import': 'silent' },
  logLevel: 'warning',
  metafile: true,
})

// Afterwards: a server that runs may start a worker at any time.
const made = new Set(Object.keys(metafile.outputs).map((file) => path.basename(file)))
for (const name of readdirSync(FOLDER)) if (!made.has(name)) rmSync(path.join(FOLDER, name))
