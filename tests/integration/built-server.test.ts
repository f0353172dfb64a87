import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCertificate, anOffice } from '../setup/certificates.ts'
import { temporaryFolder } from '../setup/server.ts'
import { furnish, startProgram } from '../setup/started-program.ts'
import type { Program } from '../setup/started-program.ts'
import { databaseIn } from '../setup/test-database.ts'

// Other tests run the server from its sources; here it is what `npm run build` made of them. It needs that build.

const SHIPPED = 'content/cases/two-front-doors/index.mdx'

let folder: string
let remove: () => Promise<void>
let database: string

beforeAll(async () => {
  ;({ folder, remove } = await temporaryFolder())
  database = await databaseIn(folder, { isPrepared: true })
  await furnish(folder)
  await writeCase('a-door', 'First title')
})

afterAll(() => remove())

async function writeCase(slug: string, title: string): Promise<void> {
  const source = await readFile(SHIPPED, 'utf8')
  await mkdir(path.join(folder, 'content/cases', slug), { recursive: true })
  const file = path.join(folder, 'content/cases', slug, 'index.mdx')
  await writeFile(file, source.replace(/^title: .*$/m, `title: ${title}`))
}

function startBuilt(): Promise<Program> {
  return startProgram({ file: 'build/start/serve.mjs', folder, database })
}

test('the built server publishes a new case, and one that was changed at its next start, and shows it', async () => {
  const first = await startBuilt()
  expect(first.output()).toContain('Cases: a-door is in service')
  expect(await (await fetch(`${first.url}/cases`)).text()).toContain('First title')
  await first.stop()
  await writeCase('a-door', 'Second title')
  const second = await startBuilt()
  expect(second.output()).toContain('Cases: a-door is in service')
  expect(await (await fetch(`${second.url}/cases`)).text()).toContain('Second title')
  await second.stop()
  const third = await startBuilt()
  expect(third.output()).not.toContain('is in service')
  await third.stop()
})

test('the built server tells which file it refused, and serves the others', async () => {
  await mkdir(path.join(folder, 'content/cases/broken'), { recursive: true })
  await writeFile(path.join(folder, 'content/cases/broken/index.mdx'), 'no case\n')
  const server = await startBuilt()
  expect(server.output()).toContain('Cases: broken was not published')
  expect((await fetch(`${server.url}/cases/a-door`)).status).toBe(200)
  await server.stop()
})

test('the built server sets a certificate as a PDF', async () => {
  const office = await anOffice(database)
  const { id } = await aCertificate(office)
  await office.close()
  const server = await startBuilt()
  const answer = await fetch(`${server.url}/certificates/${id}/certificate.pdf`)
  expect(answer.status).toBe(200)
  expect(Buffer.from(await answer.arrayBuffer()).toString('latin1')).toMatch(/^%PDF-/)
  await server.stop()
})
