import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { certificateOf } from '../setup/certificates.ts'
import { aCohort, join } from '../setup/cohorts.ts'
import { aPerson, change, learnerWith, query, signedIn, signUp } from '../setup/people.ts'
import { aPlan, dayAfter, keepPlan } from '../setup/plans.ts'
import { startTestServer, temporaryFolder } from '../setup/server.ts'
import type { TestServer } from '../setup/server.ts'
import { aVisitor } from '../setup/visitor.ts'
import type { Visitor } from '../setup/visitor.ts'
import { PEOPLE, TABLE } from '../setup/who-may.ts'
import type { Named, PersonKind, Row } from '../setup/who-may.ts'

let server: TestServer
let removeFolder: () => Promise<void>
let named: Record<string, Named>

beforeAll(async () => {
  const { folder, remove } = await temporaryFolder()
  removeFolder = remove
  server = await startTestServer({ folder })
  const learner = await signUp(aVisitor(server.url), 'Learner')
  const attempt = (await keepPlan(learner, aPlan({ dueOn: dayAfter(7) }))).split('/').at(-1) ?? ''
  cookies.set('learner', learner.cookie())
  const instructor = await aPerson(server, 'instructor', 'instructor')
  cookies.set('instructor', instructor.cookie())
  const cohort = await aCohort(instructor)
  await join(learner, cohort.code, true)
  const learnerId = learnerWith(server, learner.email)
  const image = anImage()
  named = {
    '/teach/cohorts/': {
      id: cohort.id,
      learner: learnerId,
      table: 'people',
      slug: 'the-2240-trailer',
      decision: 'lane-c-handover',
    },
    '/cohorts/': { id: cohort.id },
    '/join/': { code: cohort.code },
    '/cases/': { slug: 'the-2240-trailer' },
    '/attempts/': { id: attempt, seq: '1' },
    '/courses/': { slug: 'run-it-lead-it' },
    '/certificates/': { id: await certificateOf(server, learnerId) },
    '/commitments/': { id: attempt },
    '/admin/people/': { id: learnerId },
    '/images/': image,
    '/teach/cases/': { slug: slugOf(image), '*': 'x.png' },
  }
})

afterAll(async () => {
  await server.stop()
  await removeFolder()
})

/** By person, what their browser holds: what a row changes of it is forgotten. */
const cookies = new Map<PersonKind, string>()

async function cookieOf(person: PersonKind): Promise<string> {
  const known = cookies.get(person)
  if (known !== undefined) return known
  const cookie = (await newcomer(person)).cookie()
  cookies.set(person, cookie)
  return cookie
}

async function newcomer(person: PersonKind): Promise<Visitor> {
  const visitor = aVisitor(server.url)
  const name = person.replace(' ', '-')
  if (person === 'guest')
    await visitor.post('/role', Object.fromEntries(Array.from({ length: 10 }, (_, item) => [`item-${item}`, '3'])))
  if (person === 'nobody' || person === 'guest') return visitor
  const known = query(server, 'SELECT 1 FROM "Account" WHERE "email" = ?', `${name}@example.org`)
  if (known.length > 0) return signedIn(server, `${name}@example.org`)
  const role = person === 'admin' ? 'admin' : person.endsWith('instructor') ? 'instructor' : 'learner'
  return aPerson(server, name, role)
}

function anImage(): Named {
  const [version] = query<{ hash: string }>(server, 'SELECT "hash" FROM "CaseVersion"')
  const hash = version?.hash ?? ''
  change(server, `INSERT INTO "CaseImage" VALUES (?, 'x.png', 'image/png', x'00')`, hash)
  return { hash, '*': 'x.png' }
}

/** The slug under which a version with this picture is in service. */
function slugOf({ hash = '' }: Named): string {
  const [served] = query<{ slug: string }>(server, 'SELECT "slug" FROM "Publication" WHERE "hash" = ?', hash)
  return served?.slug ?? ''
}

/** The address of a row, with the names in its path replaced by what they stand for. */
function addressOf({ path: pattern, query = '' }: Row): string {
  const names = Object.entries(named).find(([start]) => pattern.startsWith(start))?.[1] ?? { '*': 'nothing/here' }
  const address = pattern.replace(/:(\w+)|\*/g, (whole, name: string | undefined) => {
    const value = names[name ?? whole]
    if (value === undefined) throw new Error(`Expected to know what ${whole} of ${pattern} stands for`)
    return value
  })
  return address + query
}

async function statusFor(row: Row, person: PersonKind): Promise<number> {
  const cookie = await cookieOf(person)
  const headers = cookie === '' ? {} : { Cookie: cookie }
  const visitor = aVisitor(server.url)
  const address = addressOf(row)
  const answer =
    row.method === 'GET' ? await visitor.get(address, headers) : await visitor.post(address, row.form ?? {}, headers)
  return answer.status
}

/** Every loader and action of the built pages, as rows of the table name them. */
async function everyHandler(): Promise<Array<string>> {
  const build: ServerBuild = await import(/* @vite-ignore */ pathToFileURL(path.resolve('build/server/index.js')).href)
  return Object.values(build.routes).flatMap((route) => {
    if (!route || route.id === 'root') return []
    const place = `/${route.path ?? ''}`
    const { loader, action, default: page } = route.module
    return [...(loader || page ? [`GET ${place}`] : []), ...(action ? [`POST ${place}`] : [])]
  })
}

test('each loader and each action has its row, and each row its loader or action', async () => {
  expect(TABLE.map(({ method, path: place }) => `${method} ${place}`).sort()).toEqual((await everyHandler()).sort())
})

test.each(TABLE.map((row) => [`${row.method} ${row.path}`, row] as const))('%s', async (name, row) => {
  expect(row.statuses).toHaveLength(PEOPLE.length)
  const found: Record<string, number> = {}
  for (const person of PEOPLE) found[person] = await statusFor(row, person)
  expect(found).toEqual(Object.fromEntries(PEOPLE.map((person, place) => [person, row.statuses[place]])))
  // Signed out, they come anew.
  if (name === 'POST /sign-out') cookies.clear()
})
