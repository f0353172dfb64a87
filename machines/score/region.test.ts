import { expect, test } from 'vitest'
import { manyLoggedDecisions } from '../../tests/fixtures/log-makers.ts'
import { covarianceOf, PRIOR } from './belief.ts'
import { regionOf } from './region.ts'
import { replay } from './score.ts'

test('before any decision the region lies around 50 and 50, along the diagonal, and is wider than the intervals', () => {
  const { execution, influence, long, short, angle, across, up } = regionOf(PRIOR)
  expect(execution).toBeCloseTo(50, 9)
  expect(influence).toBeCloseTo(50, 9)
  expect(angle).toBeCloseTo(45, 0)
  expect(long).toBeGreaterThan(short)
  expect(across).toBeCloseTo((10 / 0.45) * Math.sqrt(4.605170186 * 0.2103125), 6)
  expect(up).toBeCloseTo((10 / 0.45) * Math.sqrt((4.605170186 * 1.885) / 9), 6)
})

test('the covariance that the region is turned by is the mean over all pairs of an execution and an influence competency', () => {
  const { belief } = replay(manyLoggedDecisions(40))
  let both = 0
  for (let row = 0; row < 8; row += 1) {
    for (let column = 8; column < 17; column += 1) both += covarianceOf(belief, row, column) / 72
  }
  const { long, short, angle } = regionOf(belief)
  const turned = (2 * angle * Math.PI) / 180
  // Half the difference of the two eigenvalues times the sine of twice the angle is the covariance.
  const scale = (10 / 0.45) ** 2 * 4.605170186
  expect(((long ** 2 - short ** 2) / scale / 2) * Math.sin(turned)).toBeCloseTo(both, 10)
})
