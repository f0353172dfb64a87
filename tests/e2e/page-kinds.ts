import type { Page } from '@playwright/test'
import { at } from '../../machines/case/graph/numbers.ts'
import { spoilLog } from './stored.ts'
import type { Player } from './player.ts'
import { openingOf, readCase, stopsOf, waysToEndings } from './ways.ts'

/** Called on every page, with a name for it. */
type See = (kind: string) => Promise<void>

type Visit = { page: Page; player: Player; database: string }

const SLUG = 'the-2240-trailer'

/** Leads a learner to a page of every kind that the shipped cases have. */
export async function seeEveryPage({ page, player, database }: Visit, see: See): Promise<void> {
  const open = opener(page, player)
  const stops = stopsOf(readCase(SLUG), at(waysToEndings(readCase(SLUG), 'last'), 0).choices)
  const { opening, decision, rest } = openingOf(stops)
  await open('/')
  await see('landing')
  await open('/home')
  await see('home-visitor')
  await open('/cases')
  await see('library')
  await open(`/cases/${SLUG}`)
  await see('brief')
  await player.start(SLUG)
  await see('attempt-brief')
  const attempt = new URL(page.url()).pathname
  await player.begin()
  await player.isAt(at(opening, 0))
  await see('beat')
  await player.pass(opening)
  await player.isAt(decision)
  await see('decision')
  await player.mark({
    best: decision.choice,
    worst: decision.worst,
    confidence: 'Fairly sure',
    reason: 'She has to run it alone one day.',
  })
  await see('decision-marked')
  await player.decide({ best: decision.choice, worst: decision.choice })
  await page.getByRole('alert').waitFor()
  await see('decision-problems')
  await player.decide({ best: decision.choice, worst: decision.worst })
  await player.isAt(at(rest, 0))
  await see('outcome')
  await player.goOn()
  await player.isAt(at(rest, 1))
  await open('/cases')
  await see('library-under-way')
  await open(`/cases/${SLUG}`)
  await see('brief-under-way')
  await open(`${attempt}?visit=0`)
  await see('earlier-beat')
  await open(`${attempt}?visit=1`)
  await see('earlier-decision')
  await open(`${attempt}?notice=other`)
  await see('notice')
  await player.pass(rest.slice(1))
  await see('ending')
  await page.getByRole('button', { name: 'Open the debrief' }).click()
  await page.getByText('Write a sentence or two').first().waitFor()
  await see('ending-problems')
  await player.reflect('The Friday rota. I ask Ola before it is printed.')
  await see('debrief')
  await openDetails(page)
  await see('debrief-open')
  await page.getByRole('button', { name: 'Keep this plan' }).click()
  await page.getByText('Name the moment').waitFor()
  await see('plan-problems')
  await page.getByRole('textbox', { name: 'When this happens' }).fill('the belt stops before ten')
  await page.getByRole('textbox', { name: 'I will' }).fill('ask the lane what they see before I say anything')
  await page.getByRole('button', { name: 'Keep this plan' }).click()
  await page.getByText('Your plan is kept.').waitFor()
  await see('plan-kept')
  await open('/home')
  await see('home')
  await page.getByRole('link', { name: 'Look back now' }).click()
  await page.getByRole('radio', { name: 'Not this time' }).check()
  await see('commitment')
  await page.getByRole('textbox', { name: 'I will' }).fill('')
  await page.getByRole('button', { name: 'Keep the change' }).click()
  await page.getByText('Say what you will do then').waitFor()
  await see('commitment-problems')
  await open('/settings')
  await see('settings')
  await open(attempt)
  await see('ending-answered')
  await open(`/cases/${SLUG}`)
  await see('brief-ended')
  await open('/cases')
  await see('library-ended')
  await open('/nothing/here')
  await see('not-found')
  spoilLog(database, attempt)
  await open(attempt)
  await see('error')
}

/** The content that has every element of the language, and its case. */
export const EVERY_ELEMENT = { content: 'tests/fixtures/content', slug: 'every-element' }

/** Leads a learner to the pages of a case that has what the shipped cases don't: pictures, meters, a time limit, two options. */
export async function seeEveryElement({ page, player }: Omit<Visit, 'database'>, see: See): Promise<void> {
  const source = readCase(EVERY_ELEMENT.slug, EVERY_ELEMENT.content)
  const { opening, decision, rest } = openingOf(stopsOf(source, ['maps-go', 'prop', 'in-turns', 'ask']))
  await opener(page, player)(`/cases/${EVERY_ELEMENT.slug}`)
  await see('brief-with-limits')
  await player.start(EVERY_ELEMENT.slug)
  await player.begin()
  for (const [place, stop] of [...opening, decision, ...rest].entries()) {
    await player.isAt(stop)
    // A page with a time limit would go on by itself while it is looked at: it is loaded anew each time by who looks.
    await see(`element-${place}-${stop.kind}`)
    await player.pass([stop])
  }
  await player.reflect('The fire plan.')
  await openDetails(page)
  await see('element-debrief')
}

/** Leads the learner of a finished attempt to the pages of a what-if on it. */
export async function seeWhatIf(
  { page, player }: Omit<Visit, 'database'>,
  { attempt, from, choices }: { attempt: string; from: number; choices: ReadonlyArray<string> },
  see: See,
): Promise<void> {
  const open = opener(page, player)
  const address = (chosen: ReadonlyArray<string>, more = '') =>
    `${attempt}/what-if/${from}?${[...chosen.map((choice) => `c=${choice}`), more].filter(Boolean).join('&')}`
  const first = choices.slice(0, 1)
  await open(address([]))
  await see('what-if-decision')
  await open(address([], `after=${from}`))
  await see('what-if-unanswered')
  await open(address(first, `after=${from}`))
  await see('what-if-outcome')
  await open(address(first, 'visit=1'))
  await see('what-if-earlier')
  await open(address(choices))
  await see('what-if-ending')
  await open(address(choices, 'compare=1'))
  await see('what-if-compared')
  await openDetails(page)
  await see('what-if-compared-open')
  await open(address(['no-such-option']))
  await see('what-if-impossible')
}

/** Opens whatever can be opened on a page. */
async function openDetails(page: Page): Promise<void> {
  const closed = page.locator('main details:not([open]) > summary')
  while ((await closed.count()) > 0) await closed.first().click()
}

function opener(page: Page, player: Player) {
  return async (address: string) => {
    await page.goto(address)
    await player.settle()
  }
}
