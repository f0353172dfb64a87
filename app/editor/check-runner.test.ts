import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Problem } from '../../machines/case/problem.ts'
import { parseCase } from '../../machines/case/parse-case.ts'
import { judgeCase } from '../../machines/case/check-case.ts'
import { aCase } from '../../tests/fixtures/case-makers.ts'
import type { CheckAnswered, CheckAsked, CheckedText } from './check-messages.ts'
import { createCheckRunner, MOST_MS } from './check-runner.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

type Started = { answer: (answered: CheckAnswered) => void; isEnded: boolean }

const { stats } = judgeCase(aCase())

function aProblem(line: number): Problem {
  const [problem] = parseCase('', null).problems
  if (!problem) throw new Error('Expected an empty text to have a problem')
  return { ...problem, line }
}

function aBench() {
  const asked: Array<CheckAsked> = []
  const checked: Array<CheckedText> = []
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
          worker.answer = (data) => listener({ data })
        },
      }
    },
    onChecked: (found) => checked.push(found),
    onGivenUp: () => void (givenUp += 1),
  })
  const texts = () => asked.map(({ text }) => text)
  const lines = () => checked.map(({ problems, isWhole }) => [problems.map(({ line }) => line), isWhole])
  return { runner, texts, lines, checked, workers, givenUp: () => givenUp }
}

test('one text is read at a time, and of those that came meanwhile only the newest', () => {
  const { runner, texts, workers } = aBench()
  for (const text of ['a', 'ab', 'abc', 'abcd']) runner.check(text, [])
  expect(texts()).toEqual(['a'])
  workers[0]?.answer({ id: 1, kind: 'read', problems: [], isCase: true })
  expect(texts()).toEqual(['a', 'abcd'])
})

test('what reading finds is shown at once, with what the rules found before, until they have been through the text', () => {
  const { runner, lines, workers } = aBench()
  runner.check('a', [])
  workers[0]?.answer({ id: 1, kind: 'read', problems: [aProblem(3)], isCase: true })
  workers[0]?.answer({ id: 1, kind: 'judged', problems: [aProblem(1)], stats })
  runner.check('ab', [])
  workers[0]?.answer({ id: 2, kind: 'read', problems: [aProblem(5)], isCase: true })
  workers[0]?.answer({ id: 2, kind: 'judged', problems: [], stats })
  expect(lines()).toEqual([
    [[3], false],
    [[1, 3], true],
    [[1, 5], false],
    [[5], true],
  ])
})

test('of a text that is no case nothing stays that the rules found before', () => {
  const { runner, lines, checked, workers } = aBench()
  runner.check('a', [])
  workers[0]?.answer({ id: 1, kind: 'read', problems: [], isCase: true })
  workers[0]?.answer({ id: 1, kind: 'judged', problems: [aProblem(1)], stats })
  runner.check('ab', [])
  workers[0]?.answer({ id: 2, kind: 'read', problems: [aProblem(2)], isCase: false })
  expect(lines().at(-1)).toEqual([[2], true])
  expect(checked.at(-1)?.stats).toBeNull()
})

test('what the rules find of an older text counts for nothing', () => {
  const { runner, lines, workers } = aBench()
  runner.check('a', [])
  workers[0]?.answer({ id: 1, kind: 'read', problems: [], isCase: true })
  runner.check('ab', [])
  workers[0]?.answer({ id: 1, kind: 'judged', problems: [aProblem(1)], stats })
  expect(lines()).toEqual([[[], false]])
})

test.each([['read'], ['judged']])(
  'a text that is never %s is given up, and the next one gets a fresh worker',
  (kind) => {
    const { runner, texts, lines, workers, givenUp } = aBench()
    runner.check('endless', [])
    if (kind === 'judged') workers[0]?.answer({ id: 1, kind: 'read', problems: [], isCase: true })
    vi.advanceTimersByTime(MOST_MS)
    expect([givenUp(), workers[0]?.isEnded]).toEqual([1, true])
    runner.check('short', [])
    expect(texts().at(-1)).toBe('short')
    const before = lines().length
    // What the ended worker still says counts for nothing.
    workers[0]?.answer({ id: 2, kind: 'read', problems: [], isCase: false })
    expect(lines()).toHaveLength(before)
    workers[1]?.answer({ id: 2, kind: 'read', problems: [aProblem(1)], isCase: false })
    expect(lines().at(-1)).toEqual([[1], true])
    vi.advanceTimersByTime(MOST_MS)
    expect(givenUp()).toBe(1)
  },
)
