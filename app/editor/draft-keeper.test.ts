import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createDraftKeeper, RETRY_MS, SAVE_MS } from './draft-keeper.ts'
import type { BrowserCopy, KeepAnswer, KeeperState } from './draft-keeper.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A server that answers as it is told, and what came to it. */
function aDesk(answers: Array<KeepAnswer | Promise<KeepAnswer>>) {
  const sent: Array<[string, number]> = []
  const told: Array<KeeperState> = []
  let kept: { text: string; onRevision: number } | null = null
  const copy: BrowserCopy = { read: () => kept, write: (now) => void (kept = now), clear: () => void (kept = null) }
  const keeper = createDraftKeeper({
    revision: 4,
    send: async (text, revision) => {
      sent.push([text, revision])
      const answer = answers.shift()
      if (!answer) throw new Error('Expected no further save')
      return answer
    },
    copy,
    tell: (state) => told.push(state),
  })
  return { keeper, sent, told, copy }
}

const saved = (revision: number): KeepAnswer => ({ kind: 'saved', revision, savedAt: '2026-11-02T08:00:00Z' })

test('what is typed within a second is one save, on top of the revision before', async () => {
  const { keeper, sent, copy } = aDesk([saved(5), saved(6)])
  for (const text of ['a', 'ab', 'abc']) keeper.changed(text)
  expect(copy.read()).toEqual({ text: 'abc', onRevision: 4 })
  await vi.advanceTimersByTimeAsync(SAVE_MS)
  expect(sent).toEqual([['abc', 4]])
  expect(copy.read()).toBeNull()
  keeper.changed('abcd')
  await vi.advanceTimersByTimeAsync(SAVE_MS)
  expect(sent).toEqual([
    ['abc', 4],
    ['abcd', 5],
  ])
})

test('what is typed while a save is under way stays in the browser and goes with the next one', async () => {
  let answer: (given: KeepAnswer) => void = () => {}
  const { keeper, sent, copy } = aDesk([new Promise<KeepAnswer>((resolve) => (answer = resolve)), saved(6)])
  keeper.changed('a')
  keeper.flush()
  keeper.changed('ab')
  keeper.flush()
  expect(sent).toEqual([['a', 4]])
  answer(saved(5))
  await vi.advanceTimersByTimeAsync(0)
  expect(copy.read()).toEqual({ text: 'ab', onRevision: 5 })
  await vi.advanceTimersByTimeAsync(SAVE_MS)
  expect(sent.at(-1)).toEqual(['ab', 5])
  expect(copy.read()).toBeNull()
})

test('a server that is away is asked again, and the copy stays until it has answered', async () => {
  const { keeper, sent, told, copy } = aDesk([{ kind: 'away', signedOut: false }, saved(5)])
  keeper.changed('a')
  keeper.flush()
  await vi.advanceTimersByTimeAsync(0)
  expect(told.at(-1)).toEqual({ kind: 'away', signedOut: false })
  expect(copy.read()).toEqual({ text: 'a', onRevision: 4 })
  await vi.advanceTimersByTimeAsync(RETRY_MS)
  expect(sent).toHaveLength(2)
  expect(copy.read()).toBeNull()
})

test('after a conflict nothing is sent until its author decides, and then on top of the other draft', async () => {
  const kept = { revision: 9, source: 'theirs', savedAt: '2026-11-02T08:00:00Z', savedBy: 'Marta' }
  const { keeper, sent, copy } = aDesk([{ kind: 'conflict', kept }, saved(10)])
  keeper.changed('mine')
  keeper.flush()
  await vi.advanceTimersByTimeAsync(0)
  keeper.changed('mine, longer')
  await vi.advanceTimersByTimeAsync(10 * RETRY_MS)
  expect(sent).toHaveLength(1)
  expect(copy.read()).toEqual({ text: 'mine, longer', onRevision: 4 })
  keeper.saveOver('mine, longer', 9)
  await vi.advanceTimersByTimeAsync(0)
  expect(sent.at(-1)).toEqual(['mine, longer', 9])
  expect(keeper.revision()).toBe(10)
})

test('settling waits for what is under way and for what was typed meanwhile', async () => {
  const { keeper, sent } = aDesk([saved(5), saved(6)])
  keeper.changed('a')
  keeper.flush()
  keeper.changed('ab')
  await keeper.settle()
  expect(sent.at(-1)).toEqual(['ab', 5])
  expect(keeper.revision()).toBe(6)
})
