import { expect, test } from 'vitest'
import { newCaseSource } from '../../app/cases/new-case.ts'
import { withOwnServer } from '../setup/own-server.ts'
import type { TestServer } from '../setup/server.ts'
import { aDraft, anAuthor, plain, publishDraft, saveDraft, startStudio } from '../setup/studio.ts'
import { aVisitor, decisionForm, readDecision, startCase } from '../setup/visitor.ts'
import type { Visitor } from '../setup/visitor.ts'

let server: TestServer
const restart = withOwnServer((started) => {
  server = started
}, startStudio)

test('only a text without errors is published; then learners play it, and it is withdrawn and rolled back', async () => {
  const author = await anAuthor(server)
  const source = await aDraft(author, 'in-and-out')
  const broken = await publishDraft(author, 'in-and-out', source.replace('<Scene', '<Scenery'), 1)
  expect(broken.location).toBe('/teach/cases/in-and-out?notice=errors')
  const learner = aVisitor(server.url)
  expect((await learner.get('/cases/in-and-out')).status).toBe(404)
  expect((await publishDraft(author, 'in-and-out', source, 2)).location).toBe(
    '/teach/cases/in-and-out/versions?notice=published',
  )
  const attempt = await startCase(learner, 'in-and-out')

  const second = source.replace('influence={1}', 'influence={2}')
  expect(second).not.toBe(source)
  expect((await publishDraft(author, 'in-and-out', second, 3)).status).toBe(303)
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
  const [one, other] = [await anAuthor(server, 'One'), await anAuthor(server, 'Other')]
  const source = await aDraft(one, 'moved')
  await saveDraft(other, 'moved', `${source}\n{/* newer */}\n`, 1)
  expect((await publishDraft(one, 'moved', source.replace('One sentence', 'Mine'), 1)).status).toBe(409)
  expect((await aVisitor(server.url).get('/cases/moved')).status).toBe(404)
})

test('what was published in the studio stays in service when the program starts with an older file', async () => {
  const author = await anAuthor(server)
  const source = newCaseSource('From the studio')
  expect((await publishDraft(author, 'from-a-file', source, 0)).status).toBe(303)
  await restart()
  expect((await aVisitor(server.url).get('/cases/from-a-file')).text).toContain('From the studio')
})

test('colleagues rate without the key, once, and then see how far they agree', async () => {
  const [one, other] = [await anAuthor(server, 'One'), await anAuthor(server, 'Other')]
  const source = await aDraft(one, 'rated')
  await publishDraft(one, 'rated', source, 1)
  const page = (await one.get('/teach/cases/rated/rate')).text
  const names = [...page.matchAll(/<select name="([^"]+)"/g)].map(([, name = '']) => name)
  const [, hash = ''] = /name="hash" value="([0-9a-f]{64})"/.exec(page) ?? []
  expect(names.length).toBeGreaterThan(3)
  // Neither on the page nor in the data that comes with it.
  expect(page).not.toMatch(/because|execution\\?":\d|rates/i)
  const rate = (author: Visitor, level: (index: number) => number, more: Record<string, string> = {}) => {
    const levels = names.map((name, index) => [name, String(level(index))])
    return author.post('/teach/cases/rated/rate', { hash, ...Object.fromEntries(levels), ...more })
  }
  const partial = await one.post('/teach/cases/rated/rate', { hash, [names[0] ?? '']: '4' })
  expect(partial.status).toBe(422)
  expect(partial.text).toContain('still missing')
  expect((await rate(one, (index) => index % 5)).status).toBe(303)
  expect((await rate(one, () => 0)).location).toContain('rated-before')
  expect((await rate(other, (index) => index % 5)).status).toBe(303)
  const agreement = (await other.get('/teach/cases/rated/rate')).text
  expect(agreement).toContain('ICC(2,1)')
  expect(agreement).toContain('1.00')
  expect((await rate(other, () => 0, { 'other.x.execution': '1' })).status).toBe(400)
})
