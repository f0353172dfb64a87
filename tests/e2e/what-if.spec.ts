import type { Page } from '@playwright/test'
import type { Choice, Decision } from '../../machines/case/case.ts'
import { at } from '../../machines/case/graph/numbers.ts'
import { playerOf } from '../../machines/play/replay.ts'
import type { TestServer } from '../setup/server.ts'
import { aVisitor } from '../setup/visitor.ts'
import { expect, test } from './fixtures.ts'
import { keyboard, mouse } from './hands.ts'
import type { Hands } from './hands.ts'
import { playThrough, signIn, worksFirst } from './learners.ts'
import { seeWhatIf } from './page-kinds.ts'
import { findFaults, findOverflow } from './page-faults.ts'
import { storedDecisions } from './stored.ts'
import { readCase, stopsOf } from './ways.ts'
import type { DecisionStop, Stop } from './ways.ts'

const SLUG = 'the-2240-trailer'
const source = readCase(SLUG)
const player = playerOf(source)
const options = source.scenes.flatMap(({ exit }) => (exit.kind === 'decision' ? exit.choices : []))
const FROM = 4

type Pick = (offered: ReadonlyArray<Choice>, decision: Decision, seq: number) => string

/** What a learner with this habit decides, and a way that leaves theirs at decision `FROM`. */
const run = choicesFrom([], (...open) => worksFirst(...open).best.id)
const way = choicesFrom(run.slice(0, FROM), (offered, _, seq) => {
  const others = seq === FROM ? offered.filter(({ id }) => id !== run[FROM]) : offered
  return at(others, 0).id
})
const stops = stopsOf(source, way)
const decisions = stops.filter((stop): stop is DecisionStop => stop.kind === 'decision')
/** Everything from the decision at which the two ways part. */
const onward = stops.slice(stops.indexOf(at(decisions, FROM)))

function choicesFrom(start: ReadonlyArray<string>, pick: Pick): Array<string> {
  const choices = [...start]
  let standing = start.reduce((before, choice) => player.choose(before, choice) ?? before, player.start)
  while (standing.at.kind === 'decision') {
    const choice = pick(player.stepper.offered(standing.state), standing.at.decision, choices.length)
    choices.push(choice)
    standing = player.choose(standing, choice) ?? standing
  }
  return choices
}

/** Opens the debrief of a finished attempt, whose page is then at it; gives the attempt's address. */
async function openDebrief(page: Page, server: TestServer): Promise<string> {
  const visitor = aVisitor(server.url)
  const attempt = await playThrough(visitor, server, SLUG, worksFirst)
  await signIn(page.context(), server, visitor)
  await page.goto(`${attempt}/debrief`)
  return attempt
}

/** Goes from the debrief into the what-if from decision `FROM`. */
async function leaveDebrief(page: Page, hands: Hands): Promise<void> {
  const step = page.locator(`#decision-${FROM + 1}`)
  await hands.press(step.locator('summary'))
  await hands.press(step.getByRole('link', { name: 'What if…?' }))
}

async function pass(page: Page, hands: Hands, passed: ReadonlyArray<Stop>): Promise<void> {
  for (const stop of passed) {
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(stop.title)
    await expect(page.getByText('What if: this never counts.')).toBeVisible()
    if (stop.kind === 'decision') {
      await hands.mark(page.locator(`#decide input[type=radio][value="${stop.choice}"]`))
      await hands.press(page.getByRole('button', { name: 'Try this' }))
    } else if (stop.kind === 'ending') {
      await expect(page.getByText('How it ends this way')).toBeVisible()
      await hands.press(page.getByRole('link', { name: 'See the two runs side by side' }))
    } else {
      if (stop.kind === 'outcome') await expect(page.getByText('This time you decide')).toBeVisible()
      await hands.press(page.locator('main .send').getByRole('link', { name: /^Continue/ }))
    }
  }
}

async function expectComparison(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Two runs, side by side')
  const parting = page.locator('.runs > .parting')
  await expect(parting.getByText('Here they part')).toBeVisible()
  await expect(parting.getByRole('heading')).toContainText(at(decisions, FROM).title)
  const [ownChoice, otherChoice] = [run[FROM], way[FROM]].map((id) => options.find((option) => option.id === id))
  await expect(parting.locator('.run.own')).toContainText(`Execution ${ownChoice?.execution}`)
  await expect(parting.locator('.run.other')).toContainText(`Execution ${otherChoice?.execution}`)
  await expect(page.getByText(new RegExp(`The two runs part at decision ${FROM + 1}, `))).toBeVisible()
  await expect(page.locator('.sums')).toContainText(/On execution your run showed \d+.of.\d+; this one \d+.of.\d+\./)
  await expect(page.locator('.endings .run.other')).toContainText(at(stops, stops.length - 1).title)
  await expect(page.getByText(`Decisions 1 to ${FROM} are the same in both runs`)).toBeVisible()
}

for (const script of [true, false]) {
  test.describe(script ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled: script })

    test(`from the debrief a learner plays on another way and sees both runs side by side (${script ? 'with' : 'without'} JavaScript)`, async ({
      page,
      player: learner,
      server,
    }) => {
      const attempt = await openDebrief(page, server)
      await learner.settle()
      const before = storedDecisions(server.database, attempt)
      await leaveDebrief(page, mouse)
      await expect(page.getByText('In your run, this was done here')).toBeVisible()
      await expect(page.getByRole('radiogroup')).toHaveCount(1)
      await expect(page.getByRole('textbox')).toHaveCount(0)
      await pass(page, mouse, onward)
      await expectComparison(page)
      await page.getByRole('link', { name: new RegExp(`^1 ?${at(decisions, 0).title}`) }).click()
      await expect(page).toHaveURL(new RegExp(`${attempt}/what-if/0$`))
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(at(decisions, 0).title)
      await page.getByRole('link', { name: 'Back to the debrief' }).click()
      await expect(page).toHaveURL(new RegExp(`${attempt}/debrief#decision-1$`))
      expect(storedDecisions(server.database, attempt)).toEqual(before)
    })

    test(`a what-if survives a reload, going back and being left, since its address is all of it (${script ? 'with' : 'without'} JavaScript)`, async ({
      page,
      player: learner,
      server,
    }) => {
      await openDebrief(page, server)
      await learner.settle()
      await leaveDebrief(page, mouse)
      const [first, ...rest] = onward
      if (first?.kind !== 'decision') throw new Error('Expected a decision')
      await pass(page, mouse, [first])
      await expect(page.getByText('This time you decide')).toBeVisible()
      const address = page.url()
      await page.goBack()
      await expect(page.getByRole('button', { name: 'Try this' })).toBeVisible()
      await page.goto('/cases')
      await page.goto(address)
      await page.reload()
      await learner.settle()
      await expect(page.getByText('This time you decide')).toBeVisible()
      await pass(page, mouse, rest)
      await expectComparison(page)
    })

    test(`a form without a mark is told what is missing (${script ? 'with' : 'without'} JavaScript)`, async ({
      page,
      player: learner,
      server,
    }) => {
      await openDebrief(page, server)
      await learner.settle()
      await leaveDebrief(page, mouse)
      const button = page.getByRole('button', { name: 'Try this' })
      await button.waitFor()
      for (const radio of await page.locator('#decide input[type=radio]').all())
        await radio.evaluate((input) => input.removeAttribute('required'))
      await button.click()
      await expect(page.getByRole('alert')).toContainText('Mark the one you would try.')
      if (script) await expect(page.getByRole('alert')).toBeFocused()
      await pass(page, mouse, onward.slice(0, 2))
    })
  })
}

test('a what-if is played by keyboard alone, from the debrief to both runs side by side', async ({
  page,
  player: learner,
  server,
}) => {
  await openDebrief(page, server)
  await learner.settle()
  await leaveDebrief(page, keyboard)
  await pass(page, keyboard, onward)
  await expectComparison(page)
  await expect(page.locator('#scene')).toBeFocused()
  const shared = page.locator('.shared')
  await keyboard.press(shared.locator(':scope > summary'))
  await expect(shared).toHaveAttribute('open')
  await keyboard.press(page.getByRole('link', { name: 'Back to the debrief' }).last())
  await expect(page).toHaveURL(/\/debrief$/)
})

test('between the pages of a what-if none is loaded, the new heading takes the focus and the window is named after it', async ({
  page,
  player: learner,
  server,
}) => {
  await openDebrief(page, server)
  await learner.settle()
  await leaveDebrief(page, mouse)
  let loads = 0
  page.on('request', (request) => {
    if (request.isNavigationRequest()) loads += 1
  })
  for (const stop of onward.slice(0, 4)) {
    await expect(page).toHaveTitle(`What if: ${stop.title}, ${source.title} · Casewright`)
    await expect(page.getByRole('heading', { level: 1 })).toBeInViewport()
    await pass(page, mouse, [stop])
    await expect(page.locator('#scene')).toBeFocused()
  }
  expect(loads).toBe(0)
})

test('an earlier scene of a what-if can be read again, and the way leads back into it', async ({
  page,
  player: learner,
  server,
}) => {
  await openDebrief(page, server)
  await learner.settle()
  await leaveDebrief(page, mouse)
  await pass(page, mouse, onward.slice(0, 2))
  const here = at(onward, 2).title
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(here)
  const trail = page.getByRole('navigation', { name: 'Scenes so far' })
  await trail.getByRole('link', { name: at(decisions, 1).title }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(at(decisions, 1).title)
  await page.locator('main .send').getByRole('link', { name: 'Back to where you are' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(here)
  await expect(page.getByRole('button', { name: 'Try this' })).toBeVisible()
})

test('the two runs stand beside each other where there is room, else one under the other, and all is open on paper', async ({
  page,
  server,
}) => {
  const attempt = await openDebrief(page, server)
  const chosen = way.slice(FROM).map((choice) => `c=${choice}`)
  await page.goto(`${attempt}/what-if/${FROM}?${chosen.join('&')}&compare=1`)
  const parting = page.locator('.runs > .parting')
  const boxes = async () => [
    await parting.locator('.run.own').boundingBox(),
    await parting.locator('.run.other').boundingBox(),
  ]
  await page.setViewportSize({ width: 820, height: 900 })
  const [left, right] = await boxes()
  expect(left?.y).toBe(right?.y)
  expect(right?.x).toBeGreaterThan(left?.x ?? Infinity)
  await page.setViewportSize({ width: 768, height: 900 })
  const [above, below] = await boxes()
  expect(above?.x).toBe(below?.x)
  expect(below?.y).toBeGreaterThan(above?.y ?? Infinity)
  await page.emulateMedia({ media: 'print' })
  for (const text of await page.locator('.came .why').all()) await expect(text).toBeVisible()
})

test('axe finds nothing on the pages of a what-if, in light and in dark, and none scrolls sideways', async ({
  page,
  player: learner,
  server,
}) => {
  test.setTimeout(240_000)
  const attempt = await openDebrief(page, server)
  const found: Array<string> = []
  await seeWhatIf({ page, player: learner }, { attempt, from: FROM, choices: way.slice(FROM) }, async (kind) => {
    found.push(...(await findFaults(page, kind)), ...(await findOverflow(page, kind)))
  })
  expect(found).toEqual([])
})
