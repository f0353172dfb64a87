import { access } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { hostileCases } from '../fixtures/hostile-cases.ts'
import { withOwnServer } from '../setup/own-server.ts'
import { query } from '../setup/people.ts'
import type { TestServer } from '../setup/server.ts'
import { aDraft, anAuthor, plain, publishDraft, saveDraft, startStudio } from '../setup/studio.ts'
import { aVisitor } from '../setup/visitor.ts'
import type { Visitor } from '../setup/visitor.ts'

let server: TestServer
let folder: string
const restart = withOwnServer((started, own) => {
  server = started
  folder = own
}, startStudio)

const PAGES = ['', '/draft', '/play', '/versions', '/playtest', '/rate'].map(
  (page) => `/teach/cases/from-a-file${page}`,
)

test.each(['/teach/cases', ...PAGES])('%s is for instructors and admins alone', async (page) => {
  const nobody = aVisitor(server.url)
  const guest = aVisitor(server.url)
  await guest.post('/cases/from-a-file', {})
  const learner = await anAuthor(server, 'A learner', 'learner')
  for (const visitor of [nobody, guest, learner]) expect((await visitor.get(page)).status).toBe(404)
  for (const role of ['instructor', 'admin'])
    expect((await (await anAuthor(server, role, role)).get(page)).status).toBe(200)
})

test('a new case begins with the template of the command, at an address made from its title', async () => {
  const author = await anAuthor(server)
  const made = await author.post('/teach/cases', { title: 'Søren & the Dock', slug: '' })
  expect(made.location).toBe('/teach/cases/soren-the-dock')
  expect((await author.get('/teach/cases/soren-the-dock')).text).toContain('Søren &amp; the Dock')
  expect((await author.get('/teach/cases')).text).toContain('soren-the-dock')
  const again = await author.post('/teach/cases', { title: 'Another', slug: 'soren-the-dock' })
  expect(again.status).toBe(422)
  expect(again.text).toContain('There is a case at soren-the-dock already.')
})

test('a save on top of another revision changes nothing and brings what is kept', async () => {
  const [one, other] = [await anAuthor(server, 'One'), await anAuthor(server, 'Other')]
  const source = await aDraft(one, 'two-editors')
  expect(JSON.parse((await saveDraft(one, 'two-editors', `${source}\n{/* one */}\n`, 1)).text)).toMatchObject({
    revision: 2,
  })
  const late = await saveDraft(other, 'two-editors', `${source}\n{/* other */}\n`, 1)
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
  const author = await anAuthor(server)
  const source = `${await aDraft(author, 'twice')}\n`
  const [first, second] = [await saveDraft(author, 'twice', source, 1), await saveDraft(author, 'twice', source, 1)]
  expect([first.status, second.status]).toEqual([200, 200])
  expect(JSON.parse(second.text)).toEqual(JSON.parse(first.text))
})

test('a draft survives the server being killed', async () => {
  const author = await anAuthor(server)
  const source = await aDraft(author, 'killed')
  await saveDraft(author, 'killed', source.replace('summary: One', 'summary: Another'), 1)
  await server.kill()
  await restart()
  const revived = await anAuthor(server, 'Revived')
  expect((await revived.get('/teach/cases/killed')).text).toContain('summary: Another')
})

test('a draft is played by its address alone: with the questions of the real player, and nothing is stored', async () => {
  const author = await anAuthor(server)
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
  await saveDraft(author, 'tried', source.replace('id="ask-round"', 'id="go-round"'), 1)
  expect((await play('?c=ask-round')).text).toContain('this is how far your way through it still goes')
  expect((await play('?c=ask-round&x=1')).status).toBe(400)
  expect((await play('?from=nowhere')).text).toContain('Two of eight are ill')
  expect(query(server, 'SELECT 1 FROM "Attempt" WHERE "slug" = ?', 'tried')).toEqual([])
})

test('a draft whose scenes lead in a circle answers with a sentence, at once', async () => {
  const author = await anAuthor(server)
  const source = await aDraft(author, 'circle')
  const circle = source
    .replaceAll('goto="seven"', 'goto="round"')
    .replace(
      '<Scene id="seven"',
      '<Scene id="round">\n\nRound.\n\n<Next goto="round-again" />\n\n</Scene>\n\n<Scene id="round-again">\n\nAgain.\n\n<Next goto="round" />\n\n</Scene>\n\n<Scene id="seven"',
    )
  await saveDraft(author, 'circle', circle, 1)
  const began = performance.now()
  for (const query of ['?c=hope', '?from=round']) {
    const { status, text } = await author.get(`/teach/cases/circle/play${query}`)
    expect([status, plain(text).includes('Nobody gets on from scene round')]).toEqual([200, true])
  }
  expect(performance.now() - began).toBeLessThan(20_000)
  expect((await publishDraft(author, 'circle', circle, 2)).location).toContain('notice=errors')
})

test('a scene without a decision is read first, as at the opening of an attempt', async () => {
  const author = await anAuthor(server)
  const source = await aDraft(author, 'opening')
  const opening = source.replace(
    '<Scene id="monday"',
    '<Scene id="before" title="Before dawn">\n\nIt is dark.\n\n<Next goto="monday" />\n\n</Scene>\n\n<Scene id="monday"',
  )
  await saveDraft(author, 'opening', opening, 1)
  const beat = (await author.get('/teach/cases/opening/play?after=start')).text
  expect(beat).toContain('It is dark.')
  expect(beat).toMatch(/href="\/teach\/cases\/opening\/play"[^>]*>Continue to Monday, 06:40/)
  const past = await author.get('/teach/cases/opening/play?after=start&beat=1')
  expect(past.location).toBe('/teach/cases/opening/play')
})

test('an address leads to a line and its scene', async () => {
  const author = await anAuthor(server)
  const source = await aDraft(author, 'lines')
  const line = source.slice(0, source.indexOf('<Choice id="assign"')).split('\n').length
  const { text } = await author.get(`/teach/cases/lines?line=${line}`)
  expect(plain(text)).toContain(`Line ${line}: <code>&lt;Choice id=&quot;assign&quot;`)
  expect(text).toContain('/teach/cases/lines/play?framed=1&amp;from=seven&amp;after=start')
})

test('simulated learners play a draft on demand', async () => {
  const author = await anAuthor(server)
  await aDraft(author, 'playtested')
  const { status, text } = await author.get('/teach/cases/playtested/playtest?runs=20')
  expect(status).toBe(200)
  expect(text).toContain('highest on both')
  expect(text).toContain('Learner of ability 2')
})

test('no code of a hostile text runs when it is saved, checked, previewed or published, and each is answered', async () => {
  const marker = path.join(folder, 'ran')
  const author = await anAuthor(server)
  await aDraft(author, 'hostile')
  let revision = 1
  for (const { name, bytes, rule } of hostileCases(marker)) {
    const source = new TextDecoder().decode(bytes)
    const saved = await saveDraft(author, 'hostile', source, revision)
    expect([200, 413, 422], name).toContain(saved.status)
    if (saved.status !== 200) continue
    revision = (JSON.parse(saved.text) as { revision: number }).revision
    const preview = await author.get('/teach/cases/hostile/draft')
    expect(preview.status, name).toBe(200)
    expect(preview.text, name).not.toMatch(/<script>\{|onerror=|href="javascript:/i)
    const played = await author.get('/teach/cases/hostile/play')
    expect(played.status, name).toBe(200)
    expect(played.text, name).not.toMatch(/<script>\{|onerror=|href="javascript:/i)
    if (rule !== null) {
      const published = await publishDraft(author, 'hostile', source, revision)
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
