import { describe, expect, test } from 'vitest'
import { progressCells, progressText, rangeText } from './progress-text.ts'

describe('progress in words', () => {
  test.each([
    [{ decided: 1, min: 11, max: 12 }, 'deciding', 'Decision 2 of 11 or 12'],
    [{ decided: 2, min: 11, max: 12 }, 'decided', 'Decision 2 of 11 or 12'],
    [{ decided: 0, min: 11, max: 14 }, 'deciding', 'Decision 1 of 11 to 14'],
    [{ decided: 8, min: 9, max: null }, 'deciding', 'Decision 9 of 9 or more'],
    [{ decided: 0, min: 11, max: 11 }, 'between', '11 decisions ahead'],
    [{ decided: 3, min: 11, max: 11 }, 'between', '3 of 11 decisions taken'],
    [{ decided: 11, min: 11, max: 11 }, 'over', '11 decisions taken'],
    [{ decided: 1, min: 1, max: 1 }, 'over', 'One decision taken'],
  ] as const)('%o, %s, reads “%s”', (progress, moment, text) => {
    expect(progressText(progress, moment)).toBe(text)
  })

  test('a range of one number is that number', () => {
    expect(rangeText(12, 12)).toBe('12')
  })
})

describe('progress in marks', () => {
  test('what is decided is done, the open decision is now, and a step that only some ways have is maybe', () => {
    expect(progressCells({ decided: 1, min: 3, max: 4 }, 'deciding')).toEqual(['done', 'now', 'ahead', 'maybe'])
  })

  test('after a decision no step is now', () => {
    expect(progressCells({ decided: 2, min: 3, max: 3 }, 'decided')).toEqual(['done', 'done', 'ahead'])
  })

  test('a case without an end has one more step that may come', () => {
    expect(progressCells({ decided: 2, min: 2, max: null }, 'deciding')).toEqual(['done', 'done', 'now'])
    expect(progressCells({ decided: 0, min: 2, max: null }, 'deciding')).toEqual(['now', 'ahead', 'maybe'])
  })

  test('very long cases are left to the words', () => {
    expect(progressCells({ decided: 0, min: 50, max: 60 }, 'deciding')).toEqual([])
  })
})
