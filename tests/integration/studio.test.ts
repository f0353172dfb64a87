import { access, mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newCaseSource } from '../../app/cases/new-case.ts'
import { hostileCases } from '../fixtures/hostile-cases.ts'
import { makeAuthor } from '../setup/author.ts'
import { query } from '../setup/people.ts'
import { startTestServer, temporaryFolder } from '../setup/server.ts'
import type { TestServer } from '../setup/server.ts'
import { aVisitor, decisionForm, readDecision, startCase } from '../setup/visitor.ts'
import type { Visitor } from '../setup/visitor.ts'

let server: TestServer
let folder: string
let remove: () => Promise<void>

beforeAll(async () => {
  const made = await temporaryFolder()
  folder = made.folder
  remove = made.remove
  const home = path.join(folder, 'content', 'cases', 'from-a-file')
  await mkdir(home, { recursive: true })
  await writeFile(path.join(home, 'index.mdx'), newCaseSource('From a file'))
  server = await startTestServer({ folder, content: path.join(folder, 'content') })
})

afterAll(async () => {
  await server.stop()
  await remove()
})

async function anAuthor(name = 'Marta Vidal', role = 'instructor'): Promise<Visitor> {
  const visitor = aVisitor(server.url)
  await visitor.post('/cases/from-a-file', {})
  makeAuthor(server.database, visitor.cookie(), name, role)
  return visitor
}

async function aDraft(author: Visitor, slug: string): Promise<string> {
  const { status } = await author.post('/teach/cases', { title: `Case ${slug}`, slug })
  expect(status).toBe(303)
  return newCaseSource(`Case ${slug}`)
}

const save = (author: Visitor, slug: string, source: string, revision: number) =>
  author.post(`/teach/cases/${slug}/draft`, { source, revision: String(revision) })

const publish = (author: Visitor, slug: string, source: string, revision: number) =>
  author.post(`/teach/cases/${slug}`, { intent: 'publish', source, revision: String(revision) })

/** A page without the marks that React leaves between pieces of text. */
const plain = (page: string) => page.replaceAll('<!-- -->', '')

const PAGES = ['', '/preview', '/play', '/versions', '/playtest', '/rate'].map(
  (page) => `/teach/cases/from-a-file${page}`,
)

test.each(['/teach/cases', ...PAGES])('%s is for instructors and admins alone', async (page) => {
  const nobody = aVisitor(server.url)
  const guest = aVisitor(server.url)
  await guest.post('/cases/from-a-file', {})
  const learner = await anAuthor('A learner', 'learner')
  for (const visitor of [nobody, guest, learner]) expect((await visitor.get(page)).status).toBe(404)
  for (const role of ['instructor', 'admin']) expect((await (await anAuthor(role, role)).get(page)).status).toBe(200)
})

test('a new case begins with the template of the command, at an address made from its title', async () => {
  const author = await anAuthor()
  const made = await author.post('/teach/cases', { title: 'Søren & the Dock', slug: '' })
  expect(made.location).toBe('/teach/cases/soren-the-dock')
  expect((await author.get('/teach/cases/soren-the-dock')).text).toContain('Søren &amp; the Dock')
  expect((await author.get('/teach/cases')).text).toContain('soren-the-dock')
  const again = await author.post('/teach/cases', { title: 'Another', slug: 'soren-the-dock' })
  expect(again.status).toBe(422)
  expect(again.text).toContain('There is a case at soren-the-dock already.')
})

test('a save on top of another revision changes nothing and brings what is kept', async () => {
  const [one, other] = [await anAuthor('One'), await anAuthor('Other')]
  const source = await aDraft(one, 'two-editors')
  expect(JSON.parse((await save(one, 'two-editors', `${source}\n{/* one */}\n`, 1)).text)).toMatchObject({
    revision: 2,
  })
  const late = await save(other, 'two-editors', `${source}\n{/* other */}\n`, 1)
  expect(late.status).toBe(409)
  expect(JSON.parse(late.text)).toMatchObject({ kind: 'conflict', kept: { revision: 2, savedBy: 'One' } })
  expect((await one.get('/teach/cases/two-editors')).text).toContain('{/* one */}')
  // The plain form keeps what was typed and shows both.
  const form = await other.post('/teach/cases/two-editors', { intent: 'save', source: `${source}mine`, revision: '1' })
  expect(form.status).toBe(409)
  expect(form.text).toContain('saved elsewhere meanwhile')
  expect(form.text).toContain('value="2"')
})

test('the same save sent twice is answered alike', async () => {
  const author = await anAuthor()
  const source = `${await aDraft(author, 'twice')}\n`
  const [first, second] = [await save(author, 'twice', source, 1), await save(author, 'twice', source, 1)]
  expect([first.status, second.status]).toEqual([200, 200])
  expect(JSON.parse(second.text)).toEqual(JSON.parse(first.text))
})

test('a draft survives the server being killed', async () => {
  const author = await anAuthor()
  const source = await aDraft(author, 'killed')
  await save(author, 'killed', source.replace('summary: One', 'summary: Another'), 1)
  await server.kill()
  server = await startTestServer({ folder, content: path.join(folder, 'content') })
  const revived = aVisitor(server.url)
  await revived.post('/cases/from-a-file', {})
  makeAuthor(server.database, revived.cookie(), 'Revived')
  expect((await revived.get('/teach/cases/killed')).text).toContain('summary: Another')
})

test('only a text without errors is published; then learners play it, and it is withdrawn and rolled back', async () => {
  const author = await anAuthor()
  const source = await aDraft(author, 'in-and-out')
  const broken = await publish(author, 'in-and-out', source.replace('<Scene', '<Scenery'), 1)
  expect(broken.location).toBe('/teach/cases/in-and-out?notice=errors')
  const learner = aVisitor(server.url)
  expect((await learner.get('/cases/in-and-out')).status).toBe(404)
  expect((await publish(author, 'in-and-out', source, 2)).location).toBe(
    '/teach/cases/in-and-out/versions?notice=published',
  )
  const attempt = await startCase(learner, 'in-and-out')

  const second = source.replace('influence={1}', 'influence={2}')
  expect(second).not.toBe(source)
  expect((await publish(author, 'in-and-out', second, 3)).status).toBe(303)
  const history = (await author.get('/teach/cases/in-and-out/versions')).text
  expect(plain(history)).toMatch(/option <em>[a-z-]+<\/em>: influence 1 → 2/)
  expect(plain(history)).toContain('Affects one learner on version 1, who stays on it.')
  expect(plain(history)).toContain('One learner has it under way and stays on it.')

  expect((await author.post('/teach/cases/in-and-out/versions', { intent: 'withdraw' })).status).toBe(303)
  const withdrawn = await learner.get('/cases/in-and-out')
  expect(withdrawn.status).toBe(410)
  expect(withdrawn.text).toContain('You have it under way. You can play it to its end')
  expect(withdrawn.text).toContain(`href="${attempt}"`)
  const stranger = await aVisitor(server.url).get('/cases/in-and-out')
  expect([stranger.status, stranger.text.includes('Go on with it')]).toEqual([410, false])
  expect((await learner.post('/cases/in-and-out', { intent: 'start-again' })).status).toBe(404)
  expect((await learner.get('/cases')).text).not.toContain('/cases/in-and-out')
  // Whoever plays it finishes.
  for (let next = await readDecision(learner, attempt); next; next = await readDecision(learner, attempt)) {
    expect((await learner.post(attempt, decisionForm(next))).status).toBe(303)
  }
  expect((await learner.get(attempt)).text).toContain('How it ended for you')

  const [, hash = ''] =
    /name="hash" value="([0-9a-f]{64})"/.exec((await author.get('/teach/cases/in-and-out/versions')).text) ?? []
  expect((await author.post('/teach/cases/in-and-out/versions', { intent: 'back', hash })).status).toBe(303)
  expect((await learner.get('/cases/in-and-out')).status).toBe(200)
  const unknown = await author.post('/teach/cases/in-and-out/versions', { intent: 'back', hash: 'a'.repeat(64) })
  expect(unknown.status).toBe(404)
})

test('publishing a revision that a colleague has replaced publishes nothing', async () => {
  const [one, other] = [await anAuthor('One'), await anAuthor('Other')]
  const source = await aDraft(one, 'moved')
  await save(other, 'moved', `${source}\n{/* newer */}\n`, 1)
  expect((await publish(one, 'moved', source.replace('One sentence', 'Mine'), 1)).status).toBe(409)
  expect((await aVisitor(server.url).get('/cases/moved')).status).toBe(404)
})

test('what was published in the studio stays in service when the program starts with an older file', async () => {
  const author = await anAuthor()
  const source = newCaseSource('From the studio')
  expect((await publish(author, 'from-a-file', source, 0)).status).toBe(303)
  await server.stop()
  server = await startTestServer({ folder, content: path.join(folder, 'content') })
  expect((await aVisitor(server.url).get('/cases/from-a-file')).text).toContain('From the studio')
})

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
  const author = await anAuthor()
  const source = await aDraft(author, 'pictured')
  const added = await sendImage(author, 'pictured', 'Plan of the Hall.JPG', PNG)
  expect(added.status).toBe(200)
  const { src } = (await added.json()) as { src: string }
  expect(src).toMatch(/^plan-of-the-hall-[0-9a-f]{6}\.png$/)
  const image = await author.get(`/teach/cases/pictured/images/${src}`)
  expect([image.status, image.headers.get('Content-Type')]).toEqual([200, 'image/png'])
  expect((await aVisitor(server.url).get(`/teach/cases/pictured/images/${src}`)).status).toBe(404)
  const shown = source.replace('<Decision', `<Figure src="${src}" alt="The hall" />\n\n<Decision`)
  expect((await publish(author, 'pictured', shown, 1)).location).toContain('notice=published')
})

test('an image goes out of a draft once the text no longer shows it; what was published keeps it', async () => {
  const author = await anAuthor()
  const source = await aDraft(author, 'taken-out')
  const { src } = (await (await sendImage(author, 'taken-out', 'hall.png', PNG)).json()) as { src: string }
  const shown = source.replace('<Decision', `<Figure src="${src}" alt="The hall" />\n\n<Decision`)
  expect((await publish(author, 'taken-out', shown, 1)).location).toContain('notice=published')
  const remove = () => author.post('/teach/cases/taken-out/images', { intent: 'remove', src })
  expect((await remove()).location).toMatch(/\?shown=\d+$/)
  expect((await author.get('/teach/cases/taken-out?shown=40')).text).toContain('The text shows this image on line 40')
  await save(author, 'taken-out', source, 2)
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
  const refused = await sendImage(await anAuthor(), 'from-a-file', name, bytes)
  expect(refused.status).toBe(status)
  expect(await refused.text()).toMatch(reason)
})

test('an image of 20 MB is refused before it is read', async () => {
  const author = await anAuthor()
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

test('colleagues rate without the key, once, and then see how far they agree', async () => {
  const [one, other] = [await anAuthor('One'), await anAuthor('Other')]
  const source = await aDraft(one, 'rated')
  await publish(one, 'rated', source, 1)
  const page = (await one.get('/teach/cases/rated/rate')).text
  const names = [...page.matchAll(/<select name="([^"]+)"/g)].map(([, name = '']) => name)
  const [, hash = ''] = /name="hash" value="([0-9a-f]{64})"/.exec(page) ?? []
  expect(names.length).toBeGreaterThan(3)
  // Neither on the page nor in the data that comes with it.
  expect(page).not.toMatch(/because|execution\\?":\d|rates/i)
  const rated = (level: (index: number) => number) => ({
    hash,
    ...Object.fromEntries(names.map((name, index) => [name, String(level(index))])),
  })
  const partial = await one.post('/teach/cases/rated/rate', { hash, [names[0] ?? '']: '4' })
  expect(partial.status).toBe(422)
  expect(partial.text).toContain('still missing')
  expect(
    (
      await one.post(
        '/teach/cases/rated/rate',
        rated((index) => index % 5),
      )
    ).status,
  ).toBe(303)
  expect(
    (
      await one.post(
        '/teach/cases/rated/rate',
        rated(() => 0),
      )
    ).location,
  ).toContain('rated-before')
  expect(
    (
      await other.post(
        '/teach/cases/rated/rate',
        rated((index) => index % 5),
      )
    ).status,
  ).toBe(303)
  const agreement = (await other.get('/teach/cases/rated/rate')).text
  expect(agreement).toContain('ICC(2,1)')
  expect(agreement).toContain('1.00')
  expect((await other.post('/teach/cases/rated/rate', { ...rated(() => 0), 'other.x.execution': '1' })).status).toBe(
    400,
  )
})

test('a draft is played by its address alone: with the questions of the real player, and nothing is stored', async () => {
  const author = await anAuthor()
  const source = await aDraft(author, 'tried')
  const play = (query: string) => author.get(`/teach/cases/tried/play${query}`)
  const first = await play('')
  expect(first.text).toContain('Two of eight are ill')
  expect(first.headers.get('Content-Security-Policy')).toContain("frame-ancestors 'self'")
  expect((await author.get('/teach/cases/tried')).headers.get('Content-Security-Policy')).toContain(
    "frame-ancestors 'none'",
  )
  const incomplete = await play('?intent=decide&seq=0&best=ask-round')
  expect(incomplete.status).toBe(422)
  expect(incomplete.text).toContain('Mark the one that would do most harm.')
  const decided = await play('?intent=decide&seq=0&best=ask-round&worst=hope')
  expect(decided.location).toBe('/teach/cases/tried/play?c=ask-round&after=0')
  expect((await author.get(decided.location ?? '')).text).toContain('Two of them know a faster way')
  expect((await play('?c=ask-round')).text).toContain('stand ready at the third door')
  expect((await play('?from=seven')).text).not.toContain('stand ready at the third door')
  // An edit takes the choice away: the way is shown as far as it goes.
  await save(author, 'tried', source.replace('id="ask-round"', 'id="go-round"'), 1)
  expect((await play('?c=ask-round')).text).toContain('this is how far your way through it still goes')
  expect((await play('?c=ask-round&x=1')).status).toBe(400)
  expect((await play('?from=nowhere')).text).toContain('Two of eight are ill')
  expect(query(server, 'SELECT 1 FROM "Attempt" WHERE "slug" = ?', 'tried')).toEqual([])
})

test('a draft whose scenes lead in a circle answers with a sentence, at once', async () => {
  const author = await anAuthor()
  const source = await aDraft(author, 'circle')
  const circle = source
    .replaceAll('goto="seven"', 'goto="round"')
    .replace(
      '<Scene id="seven"',
      '<Scene id="round">\n\nRound.\n\n<Next goto="round-again" />\n\n</Scene>\n\n<Scene id="round-again">\n\nAgain.\n\n<Next goto="round" />\n\n</Scene>\n\n<Scene id="seven"',
    )
  await save(author, 'circle', circle, 1)
  const began = performance.now()
  for (const query of ['?c=hope', '?from=round']) {
    const { status, text } = await author.get(`/teach/cases/circle/play${query}`)
    expect([status, plain(text).includes('Nobody gets on from scene round')]).toEqual([200, true])
  }
  expect(performance.now() - began).toBeLessThan(20_000)
  expect((await publish(author, 'circle', circle, 2)).location).toContain('notice=errors')
})

test('a scene without a decision is read first, as at the opening of an attempt', async () => {
  const author = await anAuthor()
  const source = await aDraft(author, 'opening')
  const opening = source.replace(
    '<Scene id="monday"',
    '<Scene id="before" title="Before dawn">\n\nIt is dark.\n\n<Next goto="monday" />\n\n</Scene>\n\n<Scene id="monday"',
  )
  await save(author, 'opening', opening, 1)
  const beat = (await author.get('/teach/cases/opening/play?after=start')).text
  expect(beat).toContain('It is dark.')
  expect(beat).toMatch(/href="\/teach\/cases\/opening\/play"[^>]*>Continue to Monday, 06:40/)
  const past = await author.get('/teach/cases/opening/play?after=start&beat=1')
  expect(past.location).toBe('/teach/cases/opening/play')
})

test('an address leads to a line and its scene', async () => {
  const author = await anAuthor()
  const source = await aDraft(author, 'lines')
  const line = source.slice(0, source.indexOf('<Choice id="assign"')).split('\n').length
  const { text } = await author.get(`/teach/cases/lines?line=${line}`)
  expect(plain(text)).toContain(`Line ${line}: <code>&lt;Choice id=&quot;assign&quot;`)
  expect(text).toContain('/teach/cases/lines/play?framed=1&amp;from=seven&amp;after=start')
})

test('simulated learners play a draft on demand', async () => {
  const author = await anAuthor()
  await aDraft(author, 'playtested')
  const { status, text } = await author.get('/teach/cases/playtested/playtest?runs=20')
  expect(status).toBe(200)
  expect(text).toContain('highest on both')
  expect(text).toContain('Learner of ability 2')
})

test('no code of a hostile text runs when it is saved, checked, previewed or published, and each is answered', async () => {
  const marker = path.join(folder, 'ran')
  const author = await anAuthor()
  await aDraft(author, 'hostile')
  let revision = 1
  for (const { name, bytes, rule } of hostileCases(marker)) {
    const source = new TextDecoder().decode(bytes)
    const saved = await save(author, 'hostile', source, revision)
    expect([200, 413, 422], name).toContain(saved.status)
    if (saved.status !== 200) continue
    revision = (JSON.parse(saved.text) as { revision: number }).revision
    const preview = await author.get('/teach/cases/hostile/preview')
    expect(preview.status, name).toBe(200)
    expect(preview.text, name).not.toMatch(/<script>\{|onerror=|href="javascript:/i)
    const played = await author.get('/teach/cases/hostile/play')
    expect(played.status, name).toBe(200)
    expect(played.text, name).not.toMatch(/<script>\{|onerror=|href="javascript:/i)
    if (rule !== null) {
      const published = await publish(author, 'hostile', source, revision)
      // What the form can't carry unchanged (a lone line end, half a character) is another text, which is saved first.
      expect(published.status, name).toBeLessThan(500)
      expect(published.location ?? '', name).not.toContain('published')
      revision = await revisionOf(author)
    }
  }
  await expect(access(marker)).rejects.toThrow(/ENOENT/)
  expect((await aVisitor(server.url).get('/cases/hostile')).status).toBe(404)
}, 300_000)

async function revisionOf(author: Visitor): Promise<number> {
  const { text } = await author.get('/teach/cases/hostile')
  return Number(
    /name="revision"[^>]*value="(\d+)"/.exec(text)?.[1] ?? /value="(\d+)"[^>]*name="revision"/.exec(text)?.[1],
  )
}
