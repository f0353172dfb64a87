import type { ServerBuild } from '@remix-run/node'
import { matchRoutes } from '@remix-run/react'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import routes from '../routes.ts'
import { beginningOf, partOf } from './pages.server.ts'

const ids = routes.map(({ file }) => file)
const build = {
  routes: Object.fromEntries([
    ['root', { id: 'root', path: '' }],
    ...routes.map((route) => [route.file, { ...route, id: route.file, parentId: 'root' }]),
  ]),
  assets: { routes: Object.fromEntries(['root', ...ids].map((id) => [id, { id }])) },
} as unknown as ServerBuild

/** The routes that an address leads to, as Remix matches them. */
function matched({ routes: known }: ServerBuild, path: string): Array<string | undefined> {
  const children = Object.values(known).filter(({ id }) => id !== 'root')
  const tree = [
    { id: 'root', path: '', children: children.map(({ id, path: own, index }) => ({ id, path: own, index })) },
  ]
  return (matchRoutes(tree as Parameters<typeof matchRoutes>[0], path) ?? []).map(({ route }) => route.id)
}

const words = routes.flatMap(({ path = '' }) => path.split('/').map((word) => (/^[a-z-.]+$/.test(word) ? word : 'x1')))
const odd = [
  '',
  '.',
  '..',
  'Cases',
  'c%61ses',
  'cases.data',
  '_root.data',
  '__manifest',
  'nowhere',
  'é',
  ' ',
  'attempts-',
  ':id',
  '*',
]
const addresses = fc
  .array(
    fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...words) }, { weight: 1, arbitrary: fc.constantFrom(...odd) }),
    { maxLength: 7 },
  )
  .map((parts) => `/${parts.join('/')}`)

test('every address leads to the same page, whether all routes are walked or those that begin like it', () => {
  fc.assert(
    fc.property(addresses, (path) => {
      const beginning = beginningOf(path)
      const part = beginning === null ? build : partOf(build, beginning)
      expect(matched(part, path)).toEqual(matched(build, path))
    }),
    { numRuns: 2_000 },
  )
})

test('each route is among those of its own beginning, and few others are', () => {
  const attempts = partOf(build, 'attempts')
  expect(Object.keys(attempts.routes).sort()).toEqual(
    [
      'root',
      ...ids.filter((id) => /routes\/(attempt|debrief|what-if|attempt-cohort|home|not-found)\.tsx$/.test(id)),
    ].sort(),
  )
  expect(Object.keys(attempts.assets.routes).sort()).toEqual(Object.keys(attempts.routes).sort())
})

test.each([
  ['/', ''],
  ['/cases', 'cases'],
  ['/cases.data', 'cases'],
  ['/cases/a-case', 'cases'],
  ['/how-it-scores/', 'how-it-scores'],
  ['/Cases', null],
  ['//cases', null],
  ['/c%61ses', null],
  ['/_root.data', null],
  ['/__manifest', null],
  ['/cases.json', null],
])('the address %s begins with %j', (path, beginning) => {
  expect(beginningOf(path)).toBe(beginning)
})
