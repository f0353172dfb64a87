import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { CheckAnswered, CheckAsked } from './check-messages.ts'
import { createCheckRunner, MOST_MS } from './check-runner.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

type Started = { answer: (id: number) => void; isEnded: boolean }

function aBench() {
  const asked: Array<CheckAsked> = []
  const checked: Array<number> = []
  const workers: Array<Started> = []
  let givenUp = 0
  const runner = createCheckRunner({
    startWorker: () => {
      const worker: Started = { answer: () => {}, isEnded: false }
      workers.push(worker)
      return {
        postMessage: (message) => void asked.push(message),
        terminate: () => void (worker.isEnded = true),
        addEventListener: (_kind, listener: (event: { data: CheckAnswered }) => void) => {
          worker.answer = (id) => listener({ data: { id, problems: [], stats: null } })
        },
      }
    },
    onChecked: ({ id }) => checked.push(id),
    onGivenUp: () => void (givenUp += 1),
  })
  return { runner, asked, checked, workers, givenUp: () => givenUp }
}

test('one text is checked at a time, and of those that came meanwhile only the newest', () => {
  const { runner, asked, checked, workers } = aBench()
  for (const text of ['a', 'ab', 'abc', 'abcd']) runner.check(text, [])
  expect(asked.map(({ text }) => text)).toEqual(['a'])
  workers[0]?.answer(1)
  expect(asked.map(({ text }) => text)).toEqual(['a', 'abcd'])
  workers[0]?.answer(2)
  expect(checked).toEqual([1, 2])
})

test('a text that is never answered is given up, and the next one gets a fresh worker', () => {
  const { runner, asked, checked, workers, givenUp } = aBench()
  runner.check('endless', [])
  runner.check('short', [])
  vi.advanceTimersByTime(MOST_MS)
  expect([givenUp(), workers.length, workers[0]?.isEnded]).toEqual([1, 2, true])
  expect(asked.at(-1)?.text).toBe('short')
  // What the ended worker still says counts for nothing.
  workers[0]?.answer(1)
  expect(checked).toEqual([])
  workers[1]?.answer(2)
  expect(checked).toEqual([2])
})
