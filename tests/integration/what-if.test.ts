import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Case, Choice } from '../../machines/case/case.ts'
import { plainText } from '../../machines/case/text.ts'
import { playerOf } from '../../machines/play/replay.ts'
import type { Player, Standing } from '../../machines/play/replay.ts'
import { playThrough, SLUGS, worksFirst } from '../e2e/learners.ts'
import type { Habit } from '../e2e/learners.ts'
import { readCase } from '../e2e/ways.ts'
import { startTestServer, temporaryFolder } from '../setup/server.ts'
import { stored } from '../setup/stored.ts'
import { tablesOf } from '../setup/tables-of.ts'
import { PROVIDER, fileOf } from '../setup/test-database.ts'
import { withOwnServer } from '../setup/own-server.ts'
import type { TestServer } from '../setup/server.ts'
import { aVisitor, decisionForm, readDecision, startCase } from '../setup/visitor.ts'
import type { Visitor } from '../setup/visitor.ts'

let server: TestServer
withOwnServer((started) => {
  server = started
})

const SLUG = 'the-2240-trailer'
const FORK = 2

/** The choices of a run in which every decision is made by the same habit. */
function choicesOf(source: Case, habit: Habit): Array<string> {
  const player = playerOf(source)
  const choices: Array<string> = []
  for (let standing = player.start; standing.at.kind === 'decision';) {
    const { best } = habit(player.stepper.offered(standing.state), standing.at.decision, choices.length)
    standing = next(player, standing, best.id)
    choices.push(best.id)
  }
  return choices
}

function next(player: Player, standing: Standing, choice: string): Standing {
  const chosen = player.choose(standing, choice)
  if (!chosen) throw new Error(`Expected "${choice}" to be possible in "${standing.state.scene}"`)
  return chosen
}

/** A way to an ending that chooses otherwise at decision `from` of a run, and after it whatever comes first in the file. */
function otherWay(source: Case, run: ReadonlyArray<string>, from: number): Array<string> {
  const player = playerOf(source)
  let standing = run.slice(0, from).reduce((before, choice) => next(player, before, choice), player.start)
  const choices: Array<string> = []
  while (standing.at.kind === 'decision') {
    const offered = player.stepper.offered(standing.state)
    const choice = (choices.length === 0 ? offered.find(({ id }) => id !== run[from]) : offered[0])?.id ?? ''
    standing = next(player, standing, choice)
    choices.push(choice)
  }
  return choices
}

function addressOf(attempt: string, from: number, choices: ReadonlyArray<string>, more = ''): string {
  return `${attempt}/what-if/${from}?${[...choices.map((choice) => `c=${choice}`), more].filter(Boolean).join('&')}`
}

/** Every page of a what-if as a learner meets them, the comparison last. Each must be there. */
async function playWhatIf(
  visitor: Visitor,
  attempt: string,
  from: number,
  choices: ReadonlyArray<string>,
): Promise<Array<string>> {
  const pages = [await read(visitor, `${attempt}/what-if/${from}`)]
  for (const [place] of choices.entries()) {
    const chosen = choices.slice(0, place + 1)
    pages.push(await read(visitor, addressOf(attempt, from, chosen, `after=${from + place}`)))
    pages.push(await read(visitor, addressOf(attempt, from, chosen)))
  }
  return [...pages, await read(visitor, addressOf(attempt, from, choices, 'compare=1'))]
}

/** The page at an address, where nothing is told at once, the one that follows. */
async function read(visitor: Visitor, address: string): Promise<string> {
  const answer = await visitor.get(address)
  if (answer.status === 302 && answer.location?.includes('/what-if/')) return read(visitor, answer.location)
  expect([address, answer.status]).toEqual([address, 200])
  return answer.text
}

/** The bytes of a database in a file and of what is not yet merged into it, and the rows of every table. */
async function allIn(database: string): Promise<{ bytes: string; rows: Record<string, Array<unknown>> }> {
  const bytes = createHash('sha256')
  const files = PROVIDER === 'sqlite' ? [fileOf(database), `${fileOf(database)}-wal`] : []
  for (const file of files) if (existsSync(file)) bytes.update(readFileSync(file))
  const digest = bytes.digest('hex')
  const tables = Object.keys(await tablesOf(database))
  const rows = tables.map((name): [string, Array<unknown>] => [name, stored(database, `SELECT * FROM "${name}"`)])
  return { bytes: digest, rows: Object.fromEntries(rows) }
}

function exposures(attempt: string): Array<{ node: string; exposure: string }> {
  const sql = 'SELECT "node", "exposure" FROM "Decision" WHERE "attemptId" = ? ORDER BY "seq"'
  return stored(server.database, sql, attempt.split('/').at(-1) ?? '')
}

test('playing what-ifs writes nothing at all: not a row, not a byte, no profile, no reading clock', async () => {
  const visitor = aVisitor(server.url)
  const source = readCase(SLUG)
  const attempt = await playThrough(visitor, server, SLUG, worksFirst)
  const run = choicesOf(source, worksFirst)
  await visitor.get(`${attempt}/debrief`)
  const before = await allIn(server.database)
  expect(before.rows['Decision']?.length).toBeGreaterThanOrEqual(run.length)
  expect(before.rows['Profile']?.length).toBeGreaterThanOrEqual(1)
  await server.advance(3_600_000)
  for (const from of [0, FORK, run.length - 1]) await playWhatIf(visitor, attempt, from, otherWay(source, run, from))
  await visitor.get(addressOf(attempt, FORK, ['no-such-option']))
  await visitor.get(addressOf(attempt, FORK, [], `after=${FORK}`))
  expect(await allIn(server.database)).toEqual(before)
})

test('to a later attempt of the case a what-if is no exposure of its own: it is a replay, and only what was decided is seen', async () => {
  const visitor = aVisitor(server.url)
  const source = readCase(SLUG)
  const attempt = await playThrough(visitor, server, SLUG, worksFirst)
  const run = choicesOf(source, worksFirst)
  // From here the other way meets a decision that the run never met.
  const from = 4
  const way = [...run.slice(0, from), ...otherWay(source, run, from)]
  await playWhatIf(visitor, attempt, from, way.slice(from))
  const again = await playThrough(visitor, server, SLUG, (offered, _, seq) => ({
    best: offered.find(({ id }) => id === way[seq]) ?? fail(),
    confidence: 'fairly',
  }))
  const met = new Set(exposures(attempt).map(({ node }) => node))
  const expected = exposures(again).map(({ node }) => ({ node, exposure: met.has(node) ? 'seen' : 'replay-new' }))
  expect(exposures(again)).toEqual(expected)
  expect(new Set(expected.map(({ exposure }) => exposure))).toEqual(new Set(['seen', 'replay-new']))
})

function fail(): never {
  throw new Error('Expected the option of the what-if to be on offer again')
}

test.each(SLUGS)(
  'from each decision of a run through %s another option can be played on, to the ending',
  async (slug) => {
    const visitor = aVisitor(server.url)
    const source = readCase(slug)
    const attempt = await playThrough(visitor, server, slug, worksFirst)
    const run = choicesOf(source, worksFirst)
    for (const [from] of run.entries()) {
      const pages = await playWhatIf(visitor, attempt, from, otherWay(source, run, from))
      const compared = pages.at(-1)
      expect(compared).toContain('Two runs, side by side')
      expect(compared).toContain(`The two runs part at decision ${from + 1},`)
      expect(compared).toMatch(/your run showed \d+\u00a0of\u00a0\d+; this one \d+\u00a0of\u00a0\d+\./)
      for (const page of pages) expect(page).toContain('What if: this never counts.')
    }
  },
)

test('while a what-if is played nothing of its ratings is sent, and beside the own run only those of what was chosen', async () => {
  const visitor = aVisitor(server.url)
  const source = readCase(SLUG)
  const attempt = await playThrough(visitor, server, SLUG, worksFirst)
  const run = choicesOf(source, worksFirst)
  const choices = otherWay(source, run, FORK)
  const chosen = new Set([...takenIn(source, run), ...takenIn(source, [...run.slice(0, FORK), ...choices])])
  const options = source.scenes.flatMap(({ exit }) => (exit.kind === 'decision' ? exit.choices : []))
  const pages = await playWhatIf(visitor, attempt, FORK, choices)
  const compared = pages.pop() ?? ''
  for (const page of pages) {
    expect(options.filter((option) => page.includes(whyOf(option)))).toEqual([])
    expect(page).not.toMatch(/Execution \d|Influence \d|"ratings|becauseHtml/)
  }
  const told = options.filter((option) => compared.includes(whyOf(option)))
  expect(new Set(told.map(whyOf))).toEqual(new Set([...chosen].map(whyOf)))
})

function takenIn(source: Case, choices: ReadonlyArray<string>): Array<Choice> {
  const player = playerOf(source)
  let standing = player.start
  return choices.flatMap((choice) => {
    const taken = player.stepper.offered(standing.state).find(({ id }) => id === choice)
    standing = next(player, standing, choice)
    return taken ?? []
  })
}

/** The longest stretch of why an option is rated so that stands in HTML as it does in the case. */
function whyOf({ because }: Choice): string {
  const stretches = plainText(because ?? []).match(/[\p{L}\p{N} ,.;:]+/gu) ?? []
  return stretches.sort((one, other) => other.length - one.length)[0]?.trim() ?? ''
}

test('variables with a label stand at the end of both runs', async () => {
  const { folder, remove } = await temporaryFolder()
  const small = await startTestServer({ folder, content: 'tests/fixtures/content' })
  const visitor = aVisitor(small.url)
  const attempt = await startCase(visitor, 'every-element')
  for (let open = await readDecision(visitor, attempt); open; open = await readDecision(visitor, attempt))
    await visitor.post(attempt, decisionForm(open))
  const { text } = await visitor.get(attempt)
  const questions = [...text.matchAll(/name="(answer-\d+)"/g)].map(([, name = '']) => [name, 'The fire plan.'])
  await visitor.post(attempt, { intent: 'reflect', ...Object.fromEntries(questions) })
  const source = readCase('every-element', 'tests/fixtures/content')
  const compared = await read(visitor, addressOf(attempt, 0, otherWay(source, [], 0), 'compare=1'))
  expect(compared.match(/<dt>Calm in the room<\/dt>/g)).toHaveLength(2)
  expect(compared).not.toContain('The fire plan.')
  await small.stop()
  await remove()
})

test.each([
  ['an option that is not on offer', `c=no-such-option`, 400, 'there is no option “no-such-option” to choose'],
  ['an option named after a property of objects', 'c=__proto__', 400, 'there is no option “__proto__” to choose'],
  ['a field that no page of ours has', 'rating=4', 400, 'This what-if can’t be read'],
  ['a field that is there twice', 'after=2&after=2', 400, 'This what-if can’t be read'],
  ['a choice that is too long', `c=${'x'.repeat(65)}`, 400, 'This what-if can’t be read'],
  ['no choice where one was sent', `after=${FORK}`, 422, 'Mark the one you would try.'],
])('an address with %s is answered clearly', async (_, query, status, text) => {
  const { visitor, attempt } = await aDebriefed()
  const answer = await visitor.get(`${attempt}/what-if/${FORK}?${query}`)
  expect(answer.status).toBe(status)
  expect(answer.text).toContain(text)
  expect(answer.text).not.toMatch(/Prisma|node_modules|at .*\.(ts|js):\d+|ZodError/)
})

test('more choices than the case takes are told with how many are too many, and the way back to its ending', async () => {
  const { visitor, attempt, source, run } = await aDebriefed()
  const choices = otherWay(source, run, FORK)
  const answer = await visitor.get(addressOf(attempt, FORK, [...choices, 'one', 'two']))
  expect(answer.status).toBe(400)
  expect(answer.text).toContain(`ended with choice ${choices.length} of this address, but there are 2 choices more`)
  expect(answer.text).toContain(`href="${addressOf(attempt, FORK, choices).replaceAll('&', '&amp;')}"`)
})

test('a wrong choice among right ones leads back to where the right ones end', async () => {
  const { visitor, attempt, source, run } = await aDebriefed()
  const [first = ''] = otherWay(source, run, FORK)
  const answer = await visitor.get(addressOf(attempt, FORK, [first, 'nowhere']))
  expect(answer.status).toBe(400)
  expect(answer.text).toContain(`At decision ${FORK + 2}, `)
  expect(answer.text).toContain(`href="${addressOf(attempt, FORK, [first])}"`)
})

test.each(['99', '-1', 'x', '1.5', '999999', '%00'])(
  'there is no what-if from decision %s of an attempt that has none such',
  async (seq) => {
    const { visitor, attempt } = await aDebriefed()
    expect((await visitor.get(`${attempt}/what-if/${seq}`)).status).toBe(404)
  },
)

test('another learner’s what-if does not exist for anyone else', async () => {
  const { attempt } = await aDebriefed()
  const stranger = aVisitor(server.url)
  await startCase(stranger, 'almost-done')
  for (const other of [stranger, aVisitor(server.url)]) {
    const answer = await other.get(`${attempt}/what-if/0`)
    expect(answer.status).toBe(404)
    expect(answer.text).not.toContain('Lane C')
  }
})

test('before its debrief is open an attempt has no what-if, and the way leads to where it stands, with words', async () => {
  const visitor = aVisitor(server.url)
  const attempt = await startCase(visitor, SLUG)
  expect((await visitor.get(`${attempt}/what-if/0`)).status).toBe(404)
  for (let open = await readDecision(visitor, attempt); open; open = await readDecision(visitor, attempt)) {
    await visitor.post(attempt, decisionForm(open))
    const answer = await visitor.get(`${attempt}/what-if/0?c=one-page`)
    expect(answer).toMatchObject({ status: 302, location: `${attempt}?notice=early` })
  }
  expect((await visitor.get(`${attempt}?notice=early`)).text).toContain(
    'Playing on from a decision opens with the debrief',
  )
  await visitor.post(attempt, { intent: 'reflect', 'answer-0': 'The rota.', 'answer-1': 'The rota.' })
  expect((await visitor.get(`${attempt}/what-if/0`)).status).toBe(200)
})

test.each(['visit=40', 'after=9', 'after=2&beat=7', 'after=0&beat=3'])(
  'a page of a what-if that it has not reached (%s) leads to where it stands',
  async (query) => {
    const { visitor, attempt, source, run } = await aDebriefed()
    const [choice = ''] = otherWay(source, run, FORK)
    const address = addressOf(attempt, FORK, [choice])
    expect(await visitor.get(`${address}&${query}`)).toMatchObject({ status: 302, location: `${address}&notice=gone` })
    expect((await visitor.get(`${address}&notice=gone`)).text).toContain('not open to you now')
  },
)

test('two runs are set side by side only once both have ended', async () => {
  const { visitor, attempt, source, run } = await aDebriefed()
  const [choice = ''] = otherWay(source, run, FORK)
  const address = addressOf(attempt, FORK, [choice])
  expect(await visitor.get(`${address}&compare=1`)).toMatchObject({ status: 302, location: address })
})

test('a what-if with the same choices is told to be the same run', async () => {
  const { visitor, attempt, run } = await aDebriefed()
  const compared = await read(visitor, addressOf(attempt, FORK, run.slice(FORK), 'compare=1'))
  expect(compared).toContain('You chose as before all the way, so the two runs are the same.')
  expect(compared).not.toContain('Here they part')
})

test('nothing can be sent to a what-if', async () => {
  const { visitor, attempt } = await aDebriefed()
  expect((await visitor.post(`${attempt}/what-if/0`, { intent: 'decide', seq: '0', best: 'one-page' })).status).toBe(
    405,
  )
})

type Debriefed = { visitor: Visitor; attempt: string; source: Case; run: Array<string> }

let debriefed: Promise<Debriefed> | null = null

/** One finished attempt for all tests that only look: a what-if can't change it. */
function aDebriefed(): Promise<Debriefed> {
  debriefed ??= (async () => {
    const visitor = aVisitor(server.url)
    const attempt = await playThrough(visitor, server, SLUG, worksFirst)
    const source = readCase(SLUG)
    return { visitor, attempt, source, run: choicesOf(source, worksFirst) }
  })()
  return debriefed
}
