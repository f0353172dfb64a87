import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Case, Choice } from '../../machines/case/case.ts'
import { plainText } from '../../machines/case/text.ts'
import { playerOf } from '../../machines/play/replay.ts'
import { playThrough, SLUGS, worksFirst } from '../e2e/learners.ts'
import { readCase } from '../e2e/ways.ts'
import { withOwnServer } from '../setup/own-server.ts'
import { startTestServer, temporaryFolder } from '../setup/server.ts'
import type { TestServer } from '../setup/server.ts'
import { stored } from '../setup/stored.ts'
import { tablesOf } from '../setup/tables-of.ts'
import { PROVIDER, fileOf } from '../setup/test-database.ts'
import { aVisitor, decisionForm, readDecision, startCase } from '../setup/visitor.ts'
import type { Visitor } from '../setup/visitor.ts'
import { addressOf, choicesOf, otherWay, readWhatIf, stepOn } from '../setup/what-ifs.ts'

let server: TestServer
withOwnServer((started) => {
  server = started
})

const SLUG = 'the-2240-trailer'
const FORK = 2

/** Every page of a what-if as a learner meets them, the comparison last. Each must be there. */
async function playWhatIf(
  visitor: Visitor,
  attempt: string,
  from: number,
  choices: ReadonlyArray<string>,
): Promise<Array<string>> {
  const pages = [await readWhatIf(visitor, `${attempt}/what-if/${from}`)]
  for (const [place] of choices.entries()) {
    const chosen = choices.slice(0, place + 1)
    pages.push(await readWhatIf(visitor, addressOf(attempt, from, chosen, `after=${from + place}`)))
    pages.push(await readWhatIf(visitor, addressOf(attempt, from, chosen)))
  }
  return [...pages, await readWhatIf(visitor, addressOf(attempt, from, choices, 'compare=1'))]
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
    standing = stepOn(player, standing, choice)
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
  const compared = await readWhatIf(visitor, addressOf(attempt, 0, otherWay(source, [], 0), 'compare=1'))
  expect(compared.match(/<dt>Calm in the room<\/dt>/g)).toHaveLength(2)
  expect(compared).not.toContain('The fire plan.')
  await small.stop()
  await remove()
})
