import { expect, test } from 'vitest'
import { homeHeadline } from './home-text.ts'

test.each([
  [{ due: 2, underWay: 1, isNew: false }, '2 plans of yours have come back.'],
  [{ due: 1, underWay: 1, isNew: false }, 'A plan of yours has come back.'],
  [{ due: 0, underWay: 1, isNew: false }, 'Go on where you stopped.'],
  [{ due: 0, underWay: 0, isNew: false }, 'What comes next?'],
  [{ due: 0, underWay: 0, isNew: true }, 'Begin with a first case.'],
])('with %o home begins with "%s"', (counts, headline) => {
  expect(homeHeadline(counts)).toBe(headline)
})
