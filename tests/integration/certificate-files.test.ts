import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hashSource } from '../../app/cases/hash-source.server.ts'
import { aCertificate, anOffice } from '../setup/certificates.ts'
import type { Office } from '../setup/certificates.ts'
import { readPdf } from '../setup/read-pdf.ts'
import { startTestServer, temporaryFolder, TEST_SECRET } from '../setup/server.ts'
import type { TestServer } from '../setup/server.ts'
import { stored } from '../setup/stored.ts'
import { aVisitor } from '../setup/visitor.ts'

let server: TestServer
let office: Office
let removeFolder: () => Promise<void>

beforeAll(async () => {
  const { folder, remove } = await temporaryFolder()
  removeFolder = remove
  server = await startTestServer({ folder })
  office = await anOffice(server.database)
})

afterAll(async () => {
  await office.close()
  await server.stop()
  await removeFolder()
})

/** The command as people run it, beside the running server. */
async function run(...args: ReadonlyArray<string>): Promise<{ status: number; stdout: string; stderr: string }> {
  const env = { ...process.env, DATABASE_URL: server.database, SESSION_SECRET: TEST_SECRET }
  const program = ['--import', 'tsx', 'app/start/certificates.ts', ...args]
  try {
    return { status: 0, ...(await promisify(execFile)(process.execPath, program, { env })) }
  } catch (error) {
    const { code = -1, stdout = '', stderr = '' } = Object(error)
    return { status: code, stdout, stderr }
  }
}

function get(path: string): Promise<Response> {
  return fetch(new URL(path, server.url))
}

test('the signed file is given byte by byte as it is stored', async () => {
  const { id } = await aCertificate(office)
  const answer = await get(`/certificates/${id}/credential.json`)
  const { credential } = await office.db.read.certificate.findUniqueOrThrow({ where: { id } })
  expect(await answer.text()).toBe(credential)
  expect(answer.headers.get('Content-Type')).toMatch(/^application\/vc\+ld\+json/)
  expect(answer.headers.get('Content-Disposition')).toBe(`attachment; filename="certificate-${id}.json"`)
  expect(answer.headers.get('Cache-Control')).toBe('no-store')
  expect(answer.headers.get('X-Robots-Tag')).toBe('noindex')
})

test.each([['Łukasz Żółć'], ['Ελένη Παπαδοπούλου'], ['Дмитрий Щукин'], ['Áŧŧe Ἀλέξανδρος'], ['Nguyễn Thị Ánh Tuyết']])(
  'the PDF of %s is one page of text with a title and a language',
  async (name) => {
    const { id } = await aCertificate(office, name)
    const answer = await get(`/certificates/${id}/certificate.pdf`)
    expect(answer.headers.get('Content-Type')).toBe('application/pdf')
    const pdf = await readPdf(new Uint8Array(await answer.arrayBuffer()))
    expect(pdf).toMatchObject({ title: 'Certificate of completion: Run It, Lead It', language: 'en', pages: 1 })
    expect(pdf.text).toContain(`${name} completed the course Run It, Lead It`)
    expect(pdf.text).toContain('Two Front Doors')
    expect(pdf.text).toContain('Judgement in ambiguity')
    expect(pdf.text).toContain('not validated for selecting or promoting anyone')
    expect(pdf.text).toContain(`${server.url}/certificates/${id}`)
  },
)

test.each(['李小龙', 'ﻣﺤﻤﺪ', 'Ada 李'])(
  'the PDF of %s has no letters that it can’t set, and says where the name is',
  async (name) => {
    const { id } = await aCertificate(office, name)
    const answer = await get(`/certificates/${id}/certificate.pdf`)
    const { text, pages } = await readPdf(new Uint8Array(await answer.arrayBuffer()))
    expect(pages).toBe(1)
    expect(text).not.toContain(name)
    expect(text).not.toContain('\uFFFD')
    expect(text).toMatch(
      /The learner who is named, in letters that this file does not have, on the page of this certificate: ?http:/,
    )
    expect((await (await get(`/certificates/${id}`)).text()).normalize()).toContain(name)
  },
)

test('a name of a hundred characters without a space is whole in the PDF, on one page', async () => {
  const name = 'Wolfeschlegelsteinhausenbergerdorff'.repeat(3).slice(0, 100)
  const { id } = await aCertificate(office, name)
  const answer = await get(`/certificates/${id}/certificate.pdf`)
  const { text, pages } = await readPdf(new Uint8Array(await answer.arrayBuffer()))
  expect(pages).toBe(1)
  expect(text.replaceAll(' ', '')).toContain(`${name}completedthecourse`)
})

test('while PDFs are made, the server answers others', async () => {
  const pdfOf = async (name: string) => {
    const { id } = await aCertificate(office, name)
    return () => get(`/certificates/${id}/certificate.pdf`)
  }
  // The first starts the thread.
  await (
    await pdfOf('Name Zero')
  )()
  const asks = await Promise.all(Array.from({ length: 12 }, (_, place) => pdfOf(`Name ${place}`)))
  const made = Promise.all(asks.map((ask) => ask()))
  const state = { isDone: false, answers: 0 }
  void made.then(() => (state.isDone = true))
  while (!state.isDone) {
    await (await get('/assets/none')).text()
    state.answers += 1
  }
  expect((await made).map(({ status }) => status)).toEqual(asks.map(() => 200))
  // Set on the server's own thread, each would let through the two or three that come between its parts.
  expect(state.answers).toBeGreaterThan(5 * asks.length)
})

test('the page of a certificate that does not exist is 404 with kind words, and so are its files', async () => {
  for (const id of ['nothing', '00000000-0000-4000-8000-000000000000', '%00', 'a'.repeat(5_000)]) {
    const page = await get(`/certificates/${id}`)
    expect(page.status).toBe(404)
    expect(await page.text()).toContain('There is no such certificate')
    for (const file of ['credential.json', 'certificate.pdf'])
      expect((await get(`/certificates/${id}/${file}`)).status).toBe(404)
  }
})

test('pages of certificates ask search engines to stay away', async () => {
  const { id } = await aCertificate(office)
  const page = await get(`/certificates/${id}`)
  expect(page.headers.get('X-Robots-Tag')).toBe('noindex')
  expect(await page.text()).toContain('<meta name="robots" content="noindex"/>')
})

test('a certificate that is revoked on the command line says so at once on the running server, and its files are gone', async () => {
  const { id } = await aCertificate(office)
  expect((await get(`/certificates/${id}/certificate.pdf`)).status).toBe(200)
  const revoked = await run('revoke', `${server.url}/certificates/${id}`, 'Given to the wrong person.')
  expect(revoked).toMatchObject({ status: 0, stdout: expect.stringContaining('is revoked') })
  const page = await (await get(`/certificates/${id}`)).text()
  expect(page).toContain('This certificate was revoked')
  expect(page).toContain('Given to the wrong person.')
  for (const file of ['credential.json', 'certificate.pdf']) {
    const answer = await get(`/certificates/${id}/${file}`)
    expect([answer.status, await answer.text()]).toEqual([410, expect.stringContaining('not good any more')])
  }
  expect(await run('revoke', id, 'Again.')).toMatchObject({ status: 1, stderr: expect.stringContaining('before') })
  expect((await run('list')).stdout).toMatch(new RegExp(`${id}.*revoked .*: Given to the wrong person\\.`))
})

test('a key is rotated and revoked on the command line, and the running server signs with the next', async () => {
  const { id } = await aCertificate(office)
  const { publicKey } = await office.keys.current()
  expect(await run('rotate-key')).toMatchObject({ status: 0 })
  expect((await office.keys.current()).publicKey).not.toBe(publicKey)
  expect(await (await get(`/certificates/${id}`)).text()).toContain('This certificate is good')
  expect(await run('revoke-key', `did:key:${publicKey}`)).toMatchObject({ status: 0 })
  expect(await (await get(`/certificates/${id}`)).text()).toContain('was revoked on')
  expect((await run('list')).stdout).toMatch(new RegExp(`${publicKey}.*revoked`))
  const next = await aCertificate(office)
  expect(await (await get(`/certificates/${next.id}`)).text()).toContain('This certificate is good')
})

test.each([
  [['--help'], 0],
  [[], 2],
  [['nothing'], 2],
  [['revoke', 'x'], 2],
  [['revoke', 'x', ' '], 2],
  [['list', 'more'], 2],
  [['--loud'], 2],
  [['revoke', 'x', 'A reason.'], 1],
  [['revoke-key', 'x'], 1],
])('the command with %j ends with %i', async (args, status) => {
  const ended = await run(...args)
  expect(ended.status).toBe(status)
  if (status !== 0) expect(ended.stderr).toMatch(/^certificates: .+\n$/)
})

test.each([
  [
    'tampered',
    'What is stored differs from what was signed',
    `UPDATE "Certificate" SET "credential" = replace("credential", 'Almost', 'Almast')`,
  ],
  [
    'withdrawn',
    'It has been deleted since, and the learner’s name with it',
    'UPDATE "Certificate" SET "credential" = NULL',
  ],
])('the page of a %s certificate says so and shows no name', async (_, words, sql) => {
  const { id } = await aCertificate(office, 'Grace Hopper')
  stored(server.database, `${sql} WHERE "id" = ?`, id)
  const page = await (await get(`/certificates/${id}`)).text()
  expect(page).toContain(words)
  expect(page).not.toContain('Hopper')
})

test('a course that was edited since takes nothing from a certificate, and it is said', async () => {
  const { id } = await aCertificate(office)
  expect(await (await get(`/certificates/${id}`)).text()).not.toContain('has been edited since')
  const createdAt = new Date(Date.now() + 1_000)
  const version = { hash: hashSource('Edited.'), slug: 'a-course-of-tests', source: 'Edited.', createdAt }
  await office.db.write((tx) => tx.courseVersion.create({ data: version }))
  const page = await (await get(`/certificates/${id}`)).text()
  await office.db.write((tx) => tx.courseVersion.delete({ where: { hash: version.hash } }))
  expect(page).toContain('This certificate is good')
  expect(page).toContain('The course has been edited since')
})

test('the certificate of a course that does not exist is 404, and nobody claims one without having begun', async () => {
  const visitor = aVisitor(server.url)
  expect((await visitor.get('/courses/no-such-course/certificate')).status).toBe(404)
  expect((await visitor.post('/courses/no-such-course/certificate', { name: 'Ada' })).status).toBe(404)
  expect((await visitor.post('/courses/run-it-lead-it/certificate', { name: 'Ada' })).status).toBe(404)
})
