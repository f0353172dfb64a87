import { aCourseSource } from '../fixtures/course-makers.ts'
import { steadyCase } from '../fixtures/steady-case.ts'
import { expect, test } from './fixtures.ts'
import { findFaults, findOverflow } from './page-faults.ts'

const WORD = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'
const SLUGS = Array.from({ length: 8 }, (_, place) => `case-${place}`)

/** Words without end wherever an author may write some, and no order in which a case could be missed. */
const LONG = {
  ...Object.fromEntries(
    SLUGS.map((slug) => [
      `cases/${slug}/index.mdx`,
      steadyCase()
        .replace('title: A steady case', `title: ${WORD} ${slug}`)
        .replace('summary: A case to change.', `summary: ${WORD} ${WORD}`)
        .replace('setting: A week at work', `setting: ${WORD}`),
    ]),
  ),
  'courses/long/index.mdx': aCourseSource({
    title: `${WORD} und ${WORD}`,
    modules: [0, 4].map(
      (first) => `{ title: ${WORD}, why: ${WORD} ${WORD}, cases: [${SLUGS.slice(first, first + 4).join(', ')}] }`,
    ),
    body: `### ${WORD}\n\n${WORD}\n\n| a | b |\n|---|---|\n| ${WORD} | ${WORD} |`,
  }),
}

test.use({ content: LONG })

test('words without end break where they have to, on every page of a course', async ({ page }) => {
  test.setTimeout(240_000)
  const found: Array<string> = []
  for (const address of ['/courses/long', '/role?course=long', '/courses/long/plan']) {
    await page.goto(address)
    found.push(...(await findOverflow(page, address)), ...(await findFaults(page, address)))
    if (!address.startsWith('/role')) continue
    await page.getByRole('radio', { name: '3 sometimes' }).check()
    await page.getByRole('button', { name: 'Keep these answers' }).click()
    await page.getByRole('link', { name: 'Go on with the course' }).waitFor()
  }
  expect(found).toEqual([])
})
