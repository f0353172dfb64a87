import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aCase } from '../../tests/fixtures/case-makers.ts'
import { playerOf } from './replay.ts'
import type { LoggedChoice, Standing } from './replay.ts'

/** Two rounds of a choice that a condition may take away, a beat, a router, and two endings. */
const source = aCase({
  frontMatter: { state: '{ trust: { start: 1, min: 0, max: 3 }, told: false }' },
  scenes: `<Scene id="first">
Morning.
<Decision id="one">
Now?
<Choice id="tell" goto="pause" set={{ told: true, trust: trust + 2 }}>Tell them.</Choice>
<Choice id="wait" goto="way">Wait.</Choice>
<Choice id="leave" goto="way" if={trust > 5}>Leave.</Choice>
</Decision>
</Scene>
<Scene id="pause">A pause.<Next goto="way" /></Scene>
<Scene id="way"><Next goto="good" if={told && trust >= 3} /><Next goto="second" /></Scene>
<Scene id="second">
<Decision id="two">
And now?
<Choice id="again" goto="second" if={!chose("two", "again")} set={{ trust: trust + 1 }}>Again.</Choice>
<Choice id="stop" goto="poor">Stop.</Choice>
</Decision>
</Scene>
<Scene id="good"><Ending id="good" outcome="strong">Good.</Ending></Scene>
<Scene id="poor"><Ending id="poor" outcome="poor">Poor.</Ending></Scene>`,
})
const player = playerOf(source)

function logged(standing: Standing, choice: string): LoggedChoice {
  if (standing.at.kind !== 'decision') throw new Error('Expected an open decision')
  return { scene: standing.at.scene.id, node: standing.at.decision.id, choice }
}

test('replaying the log of any play gives the very state that stepping gave', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 8 }), (picks) => {
      const log: Array<LoggedChoice> = []
      let standing = player.start
      for (const pick of picks) {
        const offered = player.stepper.offered(standing.state)
        const choice = offered[pick % Math.max(1, offered.length)]
        if (!choice) break
        log.push(logged(standing, choice.id))
        const next = player.choose(standing, choice.id)
        if (next === null) throw new Error('Expected an offered choice to be taken')
        standing = next
      }
      expect(player.replay(log)).toEqual(standing)
    }),
  )
})

test('an empty log stands where the case starts', () => {
  const standing = player.replay([])
  expect(standing).toMatchObject({ state: { scene: 'first' }, at: { kind: 'decision', decision: { id: 'one' } } })
})

test('beats and routers that are passed are kept as visits, in order', () => {
  const standing = player.replay([{ scene: 'first', node: 'one', choice: 'tell' }])
  if ('refused' in standing) throw new Error(standing.refused.reason)
  expect(standing.visits.map(({ state, choice }) => [state.scene, choice])).toEqual([
    ['first', 'tell'],
    ['pause', null],
    ['way', null],
    ['good', null],
  ])
})

test.each([
  [
    'a choice that its condition takes away',
    [{ scene: 'first', node: 'one', choice: 'leave' }],
    0,
    /"leave" can't be chosen/,
  ],
  ['a choice that does not exist', [{ scene: 'first', node: 'one', choice: 'constructor' }], 0, /can't be chosen/],
  ['a decision of another scene', [{ scene: 'second', node: 'two', choice: 'stop' }], 0, /expected decision "one"/],
  ['a decision under another id', [{ scene: 'first', node: 'first', choice: 'tell' }], 0, /expected decision "one"/],
  [
    'a decision after the ending',
    [
      { scene: 'first', node: 'one', choice: 'tell' },
      { scene: 'second', node: 'two', choice: 'stop' },
    ],
    1,
    /the case had ended in "good"/,
  ],
  [
    'a choice made a second time though it was to be had once',
    [
      { scene: 'first', node: 'one', choice: 'wait' },
      { scene: 'second', node: 'two', choice: 'again' },
      { scene: 'second', node: 'two', choice: 'again' },
    ],
    2,
    /"again" can't be chosen/,
  ],
])('a log with %s is refused with its place and the reason', (_name, log, seq, reason) => {
  const refused = player.replay(log)
  if (!('refused' in refused)) throw new Error('Expected the log to be refused')
  expect(refused.refused.seq).toBe(seq)
  expect(refused.refused.reason).toMatch(reason)
})
