import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

const SCHEMES = ['light', 'dark'] as const

const ABOUT_COLOUR = ['color-contrast', 'link-in-text-block']

/** What axe finds on a page at both widths and in both schemes, a line each. */
export async function findFaults(page: Page, kind: string): Promise<Array<string>> {
  const found: Array<string> = []
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      const axe = new AxeBuilder({ page }).setLegacyMode()
      // The document is the same in both schemes: only what is about colour has to be looked at twice.
      const { violations } = await (colorScheme === 'light' ? axe : axe.withRules(ABOUT_COLOUR)).analyze()
      found.push(...(await findSharedIds(page)).map((id) => `${kind} ${width}: two elements have the id ${id}`))
      for (const { id, nodes } of violations) {
        found.push(
          ...nodes.map(
            ({ html, failureSummary }) => `${kind} ${width} ${colorScheme}: ${id} in ${html} ${failureSummary ?? ''}`,
          ),
        )
      }
    }
  }
  return found
}

/** What is said of a control is found by its id: axe no longer looks whether an id is one element's alone. */
async function findSharedIds(page: Page): Promise<Array<string>> {
  const ids = await page.evaluate(() => [...document.querySelectorAll('[id]')].map(({ id }) => id))
  return ids.filter((id, place) => ids.indexOf(id) !== place)
}

/** The widths at which a page is wider than its window, with what sticks out. */
export async function findOverflow(page: Page, kind: string): Promise<Array<string>> {
  const found: Array<string> = []
  for (const width of [320, 360, 768, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    const wide = await page.evaluate(() => {
      const edge = document.documentElement.clientWidth
      if (document.documentElement.scrollWidth <= edge) return null
      const out = [...document.querySelectorAll('body *')].filter(
        (element) => element.getBoundingClientRect().right > edge + 1,
      )
      return out.map((element) => `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}`).slice(0, 5)
    })
    if (wide !== null) found.push(`${kind} at ${width}: ${wide.join(', ')}`)
  }
  return found
}
