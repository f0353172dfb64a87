import { expect, test } from 'vitest'
import { reasonsToShow } from './reasons.ts'

const wrote = (choice: string, ...texts: Array<string>) =>
  texts.map((reason, place) => ({ learnerId: `${choice}-${place}`, node: 'here', choice, reason }))

test('reasons are shown of options that three chose and three wrote about, the longer first', () => {
  const reasons = [...wrote('ask', 'She knows.', 'She knows it best.', 'Why not'), ...wrote('tell', 'Fast', 'Clear')]
  const shown = new Map([
    ['ask', 12],
    ['tell', 8],
  ])
  expect(reasonsToShow(reasons, shown, null)).toEqual([
    { choice: 'ask', reasons: ['She knows it best.', 'She knows.', 'Why not'], more: 0 },
  ])
})

test('nothing is shown of an option whose number is kept back, or of one or two', () => {
  const reasons = wrote('ask', 'One', 'Two', 'Three')
  expect(reasonsToShow(reasons, new Map([['ask', null]]), null)).toEqual([])
  expect(reasonsToShow(reasons, new Map([['ask', 2]]), null)).toEqual([])
})

test('a reader’s own words are no other’s, and do not make up the number', () => {
  const reasons = wrote('ask', 'One', 'Two', 'Three')
  expect(reasonsToShow(reasons, new Map([['ask', 12]]), 'ask-0')).toEqual([])
  expect(
    reasonsToShow([...reasons, ...wrote('ask', 'a', 'b', 'c', 'd')], new Map([['ask', 12]]), 'ask-0'),
  ).toHaveLength(1)
})

test('the same words are shown once, and at most five', () => {
  const reasons = wrote('ask', ...Array.from({ length: 20 }, (_, n) => `Reason ${n % 7}`))
  expect(reasonsToShow(reasons, new Map([['ask', 20]]), null)[0]).toMatchObject({ more: 2, reasons: { length: 5 } })
})
