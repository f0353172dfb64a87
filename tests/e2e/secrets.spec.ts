import { at } from '../../machines/case/graph/numbers.ts'
import type { Block, Case, Choice, Prose } from '../../machines/case/case.ts'
import { shownProse } from '../../machines/case/reading.ts'
import { plainText } from '../../machines/case/text.ts'
import { playerOf } from '../../machines/play/replay.ts'
import { expect, test as base } from './fixtures.ts'
import { recordAnswers } from './recorder.ts'
import type { Recorder } from './recorder.ts'
import { readCase, stopsOf, waysToEndings } from './ways.ts'

/** `page` talks to the server by way of the recorder. */
const test = base.extend<{ recorder: Recorder }>({
  recorder: async ({ server }, use) => {
    const recorder = await recordAnswers(server.url)
    await use(recorder)
    recorder.stop()
  },
  baseURL: async ({ recorder }, use) => use(recorder.url),
})

for (const script of [true, false]) {
  for (const slug of ['almost-done', 'the-2240-trailer']) {
    test.describe(`${slug} ${script ? 'with' : 'without'} JavaScript`, () => {
      test.use({ javaScriptEnabled: script })

      test(`nothing of ${slug} reaches the browser before it is due (${script ? 'with' : 'without'} JavaScript)`, async ({
        player,
        recorder,
      }) => {
        const source = readCase(slug)
        const { choices } = at(waysToEndings(source, script ? 'last' : 'first'), 0)
        const stops = stopsOf(source, choices)
        const secrets = secretsOf(source)
        await player.start(slug)
        await player.begin()
        let decided = 0
        for (const stop of stops) {
          await player.isAt(stop)
          const reached = reachedBy(source, choices.slice(0, decided), stop.visit)
          expect(leaked(recorder.sent(), secrets, reached), `before "${stop.title}" (${stop.kind})`).toEqual([])
          if (stop.kind === 'decision') decided += 1
          await player.pass([stop])
        }
        // As the name of a field, in a page or in an answer to its script.
        const names = ['ratings', 'becauseHtml', 'influence', 'goto', ...source.variables.map(({ name }) => name)]
        for (const name of names) expect(recorder.sent()).not.toMatch(new RegExp(`"${name}\\\\?"`))
        // That the texts are found where they are due shows that they would be found elsewhere.
        await player.reflect('The rota.')
        const shown = leaked(recorder.sent(), secrets, new Set())
        expect(shown.length).toBeGreaterThan(choices.length * 4)
        expect(shown.filter((text) => text.startsWith('why ')).length).toBeGreaterThanOrEqual(choices.length)
      })
    })
  }
}

/** A text of the case with what it is: it may be sent once that is in the set of what was reached. */
type Secret = { of: string; fragment: string }

/** The secrets that were sent although nothing that has been reached says the same. */
function leaked(sent: string, secrets: ReadonlyArray<Secret>, reached: ReadonlySet<string>): Array<string> {
  const due = new Set(secrets.filter(({ of }) => reached.has(of)).map(({ fragment }) => fragment))
  const early = secrets.filter(({ fragment }) => !due.has(fragment) && sent.includes(fragment))
  return early.map(({ of, fragment }) => `${of}: ${fragment}`)
}

/** Pure. Every text of a case by what it belongs to, each by its longest run of characters that HTML leaves as they are. */
function secretsOf(source: Case): Array<Secret> {
  return source.scenes.flatMap((scene) => [
    ...proseTexts(sceneKey(scene.id), shownProse(scene)),
    ...(scene.exit.kind === 'ending'
      ? scene.exit.reflections.flatMap((text) => secret(sceneKey(scene.id), plainText(text)))
      : []),
    ...(scene.exit.kind === 'decision' ? scene.exit.choices.flatMap((choice) => choiceTexts(scene.id, choice)) : []),
  ])
}

function choiceTexts(scene: string, { id, text, because, outcome }: Choice): Array<Secret> {
  return [
    ...secret(optionKey(scene, id), plainText(text)),
    ...secret(`why ${scene} ${id}`, plainText(because ?? [])),
    ...proseTexts(outcomeKey(scene, id), outcome),
  ]
}

/** What stands under a condition is a secret of its own. */
function proseTexts(of: string, prose: Prose): Array<Secret> {
  return prose.flatMap((block) =>
    block.kind === 'show' ? proseTexts(showKey(of, block), block.prose) : secret(of, blockText(block)),
  )
}

/** The keys of prose and of the conditions in it that hold. */
function shownKeys(of: string, prose: Prose, holds: (condition: Show['if']) => boolean): Array<string> {
  const shown = prose.flatMap((block) => (block.kind === 'show' && holds(block.if) ? [block] : []))
  return [of, ...shown.flatMap((block) => shownKeys(showKey(of, block), block.prose, holds))]
}

type Show = Extract<Block, { kind: 'show' }>

function sceneKey(scene: string): string {
  return `scene ${scene}`
}

function optionKey(scene: string, choice: string): string {
  return `option ${scene} ${choice}`
}

function outcomeKey(scene: string, choice: string): string {
  return `outcome ${scene} ${choice}`
}

function showKey(of: string, { place: { line } }: Show): string {
  return `${of} line ${line}`
}

function blockText(block: Exclude<Block, Show>): string {
  switch (block.kind) {
    case 'markdown':
      return plainText(block.nodes)
    case 'chat':
      return block.messages.map(({ body }) => plainText(body)).join('\n')
    case 'figure':
      return block.alt
    default:
      return plainText(block.body)
  }
}

const LEAST_LENGTH = 20

function secret(of: string, text: string): Array<Secret> {
  const runs = text.split(/[^\p{L}\p{N} ,.]+/u).map((run) => run.trim())
  const [longest = ''] = runs.sort((one, other) => other.length - one.length)
  return longest.length < LEAST_LENGTH ? [] : [{ of, fragment: longest }]
}

/** Pure. What a learner who made these choices may have been sent: scenes as they stood up to a visit, and what came of the choices. */
function reachedBy(source: Case, choices: ReadonlyArray<string>, visit: number): Set<string> {
  const { stepper, start, choose } = playerOf(source)
  const reached = new Set<string>()
  let standing = start
  for (const choice of choices) {
    const { at: here, state } = standing
    const next = choose(standing, choice)
    const made = here.kind === 'decision' ? here.decision.choices.find(({ id }) => id === choice) : undefined
    if (next === null || !made) throw new Error(`Expected "${choice}" to be possible in "${state.scene}"`)
    const [after] = next.visits.slice(standing.visits.length)
    if (after)
      addAll(
        reached,
        shownKeys(outcomeKey(state.scene, choice), made.outcome, (condition) => stepper.holds(condition, after.state)),
      )
    standing = next
  }
  for (const { state } of standing.visits.slice(0, visit + 1)) {
    const prose = shownProse(stepper.scene(state.scene))
    addAll(
      reached,
      shownKeys(sceneKey(state.scene), prose, (condition) => stepper.holds(condition, state)),
    )
    addAll(
      reached,
      stepper.offered(state).map(({ id }) => optionKey(state.scene, id)),
    )
  }
  return reached
}

function addAll(keys: Set<string>, more: ReadonlyArray<string>): void {
  for (const key of more) keys.add(key)
}
