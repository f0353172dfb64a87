import { expect, test } from './fixtures.ts'
import type { Player } from './player.ts'
import { readCase, stopsOf, waysToEndings } from './ways.ts'
import type { Stop } from './ways.ts'

const SLUGS = ['almost-done', 'the-2240-trailer']

for (const slug of SLUGS) {
  const source = readCase(slug)
  for (const { ending, choices } of waysToEndings(source, 'first')) {
    test(`a learner comes to the ending ${ending} of ${slug} and to its debrief`, async ({ page, player }) => {
      await playThrough(player, slug, stopsOf(source, choices))
      await expect(page.locator('details.step')).toHaveCount(choices.length)
    })
  }
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  for (const slug of SLUGS) {
    const source = readCase(slug)
    for (const { ending, choices } of waysToEndings(source, 'last')) {
      test(`a learner without JavaScript comes to the ending ${ending} of ${slug} and to its debrief`, async ({
        page,
        player,
      }) => {
        await playThrough(player, slug, stopsOf(source, choices))
        await expect(page.locator('details.step')).toHaveCount(choices.length)
      })
    }
  }
})

async function playThrough(player: Player, slug: string, stops: ReadonlyArray<Stop>): Promise<void> {
  await player.start(slug)
  await player.begin()
  await player.pass(stops)
  await player.reflect('The rota on Fridays, and who is asked about it.')
}
