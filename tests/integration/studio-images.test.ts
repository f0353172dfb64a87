import { expect, test } from 'vitest'
import { withOwnServer } from '../setup/own-server.ts'
import type { TestServer } from '../setup/server.ts'
import { aDraft, anAuthor, publishDraft, saveDraft, startStudio } from '../setup/studio.ts'
import { aVisitor, startCase } from '../setup/visitor.ts'
import type { Visitor } from '../setup/visitor.ts'

let server: TestServer
withOwnServer((started) => {
  server = started
}, startStudio)

async function sendImage(author: Visitor, slug: string, name: string, bytes: Uint8Array<ArrayBuffer>) {
  const body = new FormData()
  body.set('image', new File([bytes], name, { type: 'image/png' }))
  return fetch(new URL(`/teach/cases/${slug}/images`, server.url), {
    method: 'POST',
    body,
    headers: { Cookie: author.cookie(), Origin: server.url, Accept: 'application/json' },
  })
}

const PNG = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  ),
)

test('an image is taken by what is in it, shown in the draft, and published with it', async () => {
  const author = await anAuthor(server)
  const source = await aDraft(author, 'pictured')
  const added = await sendImage(author, 'pictured', 'Plan of the Hall.JPG', PNG)
  expect(added.status).toBe(200)
  const { src } = (await added.json()) as { src: string }
  expect(src).toMatch(/^plan-of-the-hall-[0-9a-f]{6}\.png$/)
  const image = await author.get(`/teach/cases/pictured/images/${src}`)
  expect([image.status, image.headers.get('Content-Type')]).toEqual([200, 'image/png'])
  expect((await aVisitor(server.url).get(`/teach/cases/pictured/images/${src}`)).status).toBe(404)
  const shown = source.replace('<Decision', `<Figure src="${src}" alt="The hall" />\n\n<Decision`)
  expect((await publishDraft(author, 'pictured', shown, 1)).location).toContain('notice=published')
})

test('an image goes out of a draft once the text no longer shows it; what was published keeps it', async () => {
  const author = await anAuthor(server)
  const source = await aDraft(author, 'taken-out')
  const { src } = (await (await sendImage(author, 'taken-out', 'hall.png', PNG)).json()) as { src: string }
  const shown = source.replace('<Decision', `<Figure src="${src}" alt="The hall" />\n\n<Decision`)
  expect((await publishDraft(author, 'taken-out', shown, 1)).location).toContain('notice=published')
  const remove = () => author.post('/teach/cases/taken-out/images', { intent: 'remove', src })
  expect((await remove()).location).toMatch(/\?shown=\d+$/)
  expect((await author.get('/teach/cases/taken-out?shown=40')).text).toContain('The text shows this image on line 40')
  await saveDraft(author, 'taken-out', source, 2)
  expect((await remove()).location).toBe('/teach/cases/taken-out')
  expect((await author.get(`/teach/cases/taken-out/images/${src}`)).status).toBe(404)
  expect((await remove()).status).toBe(303)
  const learner = aVisitor(server.url)
  const page = (await learner.get(`${await startCase(learner, 'taken-out')}?after=start`)).text
  const [image = ''] = /\/images\/[0-9a-f]{64}\/hall-[0-9a-f]{6}\.png/.exec(page) ?? []
  expect((await learner.get(image)).status).toBe(200)
  expect((await author.post('/teach/cases/taken-out/images', { intent: 'remove' })).status).toBe(400)
})

test.each([
  [
    'an executable called PNG',
    'level.png',
    Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0]),
    415,
    /what is in it is none/,
  ],
  [
    'an SVG',
    'level.svg',
    Uint8Array.from(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')),
    415,
    /it can hold code/,
  ],
  ['a PDF', 'level.pdf', Uint8Array.from(Buffer.from('%PDF-1.7\n')), 415, /Only PNG, JPEG, WebP and GIF/],
  ['nothing', 'level.png', new Uint8Array(0), 422, /Choose an image first/],
  ['one just too large', 'level.png', new Uint8Array(2_000_001), 413, /at most 2 MB/],
])('%s is refused with a reason', async (_what, name, bytes, status, reason) => {
  const refused = await sendImage(await anAuthor(server), 'from-a-file', name, bytes)
  expect(refused.status).toBe(status)
  expect(await refused.text()).toMatch(reason)
})

test('an image of 20 MB is refused before it is read', async () => {
  const author = await anAuthor(server)
  const { status, text } = await author.post('/teach/cases/from-a-file/images', '', {
    'Content-Type': 'multipart/form-data; boundary=x',
    'Content-Length': '0',
  })
  expect([status, text]).toEqual([400, expect.anything()])
  const { request } = await import('node:http')
  const answered = await new Promise<number | undefined>((resolve, reject) => {
    const asked = request(new URL('/teach/cases/from-a-file/images', server.url), {
      method: 'POST',
      headers: {
        Cookie: author.cookie(),
        Origin: server.url,
        'Content-Type': 'multipart/form-data; boundary=x',
        'Content-Length': 20_000_000,
      },
    })
    asked.on('response', (response) => resolve(response.statusCode)).on('error', reject)
    // Not a byte of it is sent.
    asked.flushHeaders()
  })
  expect(answered).toBe(413)
})
