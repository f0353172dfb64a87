import { expect } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'
import type { Hands } from './hands.ts'
import type { Stop } from './ways.ts'

export type Picks = {
  best: string
  worst: string | null
  confidence?: 'A guess' | 'Fairly sure' | 'Certain'
  reason?: string
}

/** A learner at a page: the same acts with a script and without, by mouse and by keyboard. */
export type Player = {
  heading: Locator
  /** Opens a case, starts it and stands before its first scene. */
  start: (slug: string) => Promise<void>
  begin: () => Promise<void>
  /** Starts a case and passes these pages of its opening. */
  open: (slug: string, opening: ReadonlyArray<Stop>) => Promise<void>
  /** Marks the options and what else is given, and sends nothing. */
  mark: (picks: Picks) => Promise<void>
  decide: (picks: Picks) => Promise<void>
  goOn: () => Promise<void>
  /** Writes this into every question before the debrief and opens it. */
  reflect: (text: string) => Promise<void>
  /** Checks that the page is this one. */
  isAt: (stop: Stop) => Promise<void>
  /** Passes these pages, each checked, and rests on the one after them. */
  pass: (stops: ReadonlyArray<Stop>) => Promise<void>
  /** Waits until a page that was loaded has its script running. */
  settle: () => Promise<void>
}

export function playerAt(page: Page, hands: Hands, { script }: { script: boolean }): Player {
  const heading = page.getByRole('heading', { level: 1 })
  const button = (name: string | RegExp) => page.getByRole('button', { name })
  const onward = page.locator('main .send').getByRole('link', { name: /^(Continue|Back to where you are)/ })

  async function settle() {
    if (script) await page.waitForFunction(isHydrated)
  }

  async function start(slug: string) {
    await page.goto(`/cases/${slug}`)
    await settle()
    await hands.press(button(/^(Start the case|Play it again|Start again from the beginning)$/))
    await expect(page).toHaveURL(/\/attempts\/[0-9a-f-]{36}$/)
  }

  async function begin() {
    await hands.press(page.getByRole('link', { name: 'Begin' }))
    await expect(page).not.toHaveURL(/\/attempts\/[0-9a-f-]{36}$/)
  }

  async function open(slug: string, opening: ReadonlyArray<Stop>) {
    await start(slug)
    await begin()
    await pass(opening)
  }

  async function mark({ best, worst, confidence, reason }: Picks) {
    await hands.mark(radio('What you would do', best))
    if (worst !== null) await hands.mark(radio('What would do most harm', worst))
    if (confidence !== undefined) await hands.mark(page.getByRole('radio', { name: confidence }))
    if (reason !== undefined) await hands.write(page.getByRole('textbox', { name: /^Why, in one line\?/ }), reason)
  }

  function radio(question: string, option: string): Locator {
    return page.getByRole('radiogroup', { name: question }).locator(`input[value="${option}"]`)
  }

  async function decide(picks: Picks) {
    await mark(picks)
    await hands.press(button('Decide'))
  }

  async function goOn() {
    await hands.press(onward)
  }

  async function reflect(text: string) {
    const toDebrief = page.locator('main').getByText('Open the debrief', { exact: true })
    // What stands before the button is there when the button is: a page may still be on its way.
    await toDebrief.waitFor()
    for (const field of await page.locator('#reflect-form').getByRole('textbox').all()) await hands.write(field, text)
    await hands.press(toDebrief)
    await expect(page).toHaveURL(/\/debrief(#main)?$/)
  }

  async function isAt(stop: Stop) {
    await expect(heading).toHaveText(stop.title)
    await expect(sign(stop)).toBeVisible()
  }

  /** What only a page of this kind has. */
  function sign(stop: Stop): Locator {
    switch (stop.kind) {
      case 'beat':
        return onward
      case 'decision':
        return page.locator(`#decide input[name=best][value="${stop.choice}"]`)
      case 'outcome':
        return page.getByText('You decided', { exact: true })
      case 'ending':
        return page.getByText('How it ended for you', { exact: true })
    }
  }

  async function pass(stops: ReadonlyArray<Stop>) {
    for (const stop of stops) {
      await isAt(stop)
      if (stop.kind === 'decision') await decide({ best: stop.choice, worst: stop.worst })
      else if (stop.kind !== 'ending') await goOn()
    }
  }

  return { heading, start, begin, open, mark, decide, goOn, reflect, isAt, pass, settle }
}

/** Whether React has taken over the page: it then knows every element. */
function isHydrated(): boolean {
  const heading = document.querySelector('h1')
  return heading !== null && Object.keys(heading).some((key) => key.startsWith('__reactProps$'))
}
