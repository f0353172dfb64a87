import type { Locator } from '@playwright/test'

/** How a learner works the controls of a page. */
export type Hands = {
  /** Presses a button or follows a link. */
  press: (control: Locator) => Promise<void>
  mark: (radio: Locator) => Promise<void>
  write: (field: Locator, text: string) => Promise<void>
}

export const mouse: Hands = {
  press: (control) => control.click(),
  mark: (radio) => radio.check(),
  write: (field, text) => field.fill(text),
}

/** No page has anywhere near this many places to stop at. */
const MOST_STOPS = 120

/** Tab, arrows, space and enter, and nothing else: what can't be reached by them fails. */
export const keyboard: Hands = {
  async press(control) {
    await tabTo(control)
    await control.page().keyboard.press('Enter')
  },
  async mark(radio) {
    const { keyboard: keys } = radio.page()
    const name = await radio.getAttribute('name')
    const group = radio.page().locator(`input[type=radio][name="${name}"]`)
    await tabTo(group)
    if (await isFocused(radio)) await keys.press('Space')
    for (let presses = 0; presses < 5 && !(await radio.isChecked()); presses += 1) await keys.press('ArrowDown')
  },
  async write(field, text) {
    await tabTo(field)
    await field.page().keyboard.press('ControlOrMeta+A')
    await field.page().keyboard.insertText(text)
  },
}

/** Presses Tab until one of the targets has the focus. */
async function tabTo(targets: Locator): Promise<void> {
  await targets.first().waitFor()
  for (let presses = 0; presses < MOST_STOPS; presses += 1) {
    if (await isFocused(targets)) return
    await targets.page().keyboard.press('Tab')
  }
  throw new Error(`Expected ${String(targets)} to be reached within ${MOST_STOPS} presses of Tab`)
}

function isFocused(targets: Locator): Promise<boolean> {
  return targets.evaluateAll((elements) => elements.some((element) => element === document.activeElement))
}
