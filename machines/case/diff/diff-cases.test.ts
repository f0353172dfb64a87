import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aCase, aCaseSource } from '../../../tests/fixtures/case-makers.ts'
import { MUTATIONS } from '../../../tests/fixtures/case-mutations.ts'
import type { Case } from '../case.ts'
import { parseCase } from '../parse-case.ts'
import { changeText } from './change.ts'
import { diffCases } from './diff-cases.ts'
import { matched } from './match.ts'

function read(path: string): Case {
  const { case: parsed } = parseCase(readFileSync(path, 'utf8'), null)
  if (!parsed) throw new Error(`Expected ${path} to be a case`)
  return parsed
}

const CASES = [
  read('content/cases/almost-done/index.mdx'),
  read('content/cases/the-2240-trailer/index.mdx'),
  read('tests/fixtures/content/cases/every-element/index.mdx'),
]

/** What is told of the usual case, a text of which was replaced. */
function told([from, to]: [string, string]): Array<string> {
  const before = aCaseSource()
  expect(before).toContain(from)
  const [one, other] = [parseCase(before, null).case, parseCase(before.replace(from, to), null).case]
  if (!one || !other) throw new Error('Expected two cases')
  return diffCases(one, other).map(changeText)
}

test.each<[[string, string], string]>([
  [['influence={2}', 'influence={1}'], 'option *promise*: influence 2 → 1'],
  [['trust: trust - 1', 'trust: trust - 2'], 'option *promise*: set trust trust - 1 → trust - 2'],
  [[', promised: true }}', ' }}'], 'option *promise*: set promised true → none'],
  [['goto="end" execution={3}', 'goto="monday" execution={3}'], 'option *options*: goto end → monday'],
  [['influence={3}>', 'influence={3} if={!promised}>'], 'option *options*: if none → !promised'],
  [['Friday is fine', 'Thursday is fine'], 'option *promise*: text reworded'],
  [['before asking it', 'without asking it'], 'option *promise*: reason reworded'],
  [['Dana tells the customer', 'Dana calls the customer'], 'option *promise*: outcome reworded'],
  [['What do you do?', 'And now?'], 'decision *monday*: question reworded'],
  [
    ['execution="prioritisation"', 'execution="delegation"'],
    'decision *monday*: execution prioritisation → delegation',
  ],
  [['at the coffee machine', 'in the lift'], 'scene *monday*: prose reworded'],
  [['title="Monday, 8:40"', 'title="Monday"'], 'scene *monday*: title Monday, 8:40 → Monday'],
  [['outcome="mixed"', 'outcome="poor"'], 'ending *done*: outcome mixed → poor'],
  [['The week goes on', 'The week ends'], 'ending *done*: prose reworded'],
  [['max: 4', 'max: 5'], 'variable *trust*: max 4 → 5'],
  [['minutes: 5', 'minutes: 6'], 'case: minutes 5 → 6'],
])('%j is told as "%s"', (replace, text) => {
  expect(told(replace)).toEqual([text])
})

test('a change tells the lines where it stands in both versions', () => {
  const before = aCaseSource()
  const after = before.replace('Dana stops you', 'Dana stops you\nonce more').replace('influence={2}', 'influence={1}')
  const [one, other] = [parseCase(before, null).case, parseCase(after, null).case]
  if (!one || !other) throw new Error('Expected two cases')
  const change = diffCases(one, other).find(({ what }) => what === 'influence')
  expect(change).toMatchObject({ before: '2', after: '1', change: 'changed' })
  const lineOf = (text: string) => text.split('\n').findIndex((line) => line.includes('id="promise"')) + 1
  expect([change?.placeBefore?.line, change?.placeAfter?.line]).toEqual([lineOf(before), lineOf(after)])
})

test('a case that only stands elsewhere in its file is the same', () => {
  const source = aCaseSource()
  const spread = source.replaceAll('\n\n', '\n\n\n')
  const [one, other] = [parseCase(source, null).case, parseCase(spread, null).case]
  if (!one || !other) throw new Error('Expected two cases')
  expect(one).not.toEqual(other)
  expect(diffCases(one, other)).toEqual([])
  for (const source of CASES) expect(diffCases(source, structuredClone(source))).toEqual([])
})

test('ways on are told one by one, and another order of them as one change', () => {
  const withWays = (ways: string) =>
    aCase({
      scenes: `<Scene id="a">${ways}</Scene>
<Scene id="b"><Ending id="b" outcome="mixed">B.</Ending></Scene>
<Scene id="c"><Ending id="c" outcome="mixed">C.</Ending></Scene>`,
    })
  const base = withWays('<Next goto="b" if={promised} /><Next goto="c" if={trust > 1} /><Next goto="b" />')
  const texts = (ways: string) => diffCases(base, withWays(ways)).map(changeText)
  expect(texts('<Next goto="b" if={promised} /><Next goto="c" if={trust > 2} /><Next goto="b" />')).toEqual([
    'scene *a*: next 2 c if trust > 1 → c if trust > 2',
  ])
  expect(texts('<Next goto="b" if={promised} /><Next goto="b" />')).toEqual([
    'scene *a*: next 2 removed: c if trust > 1',
  ])
  expect(texts('<Next goto="c" if={trust > 1} /><Next goto="b" if={promised} /><Next goto="b" />')).toEqual([
    'scene *a*: next moved: next b if promised, c if trust > 1, b → next c if trust > 1, b if promised, b',
  ])
})

test('a decision that stands in another scene now has moved, and one in the place of a beat was added', () => {
  const scenes = (first: string, second: string) =>
    aCase({
      scenes: `<Scene id="a">\n\nA.\n\n${first}\n\n</Scene>\n\n<Scene id="b">\n\nB.\n\n${second}\n\n</Scene>
<Scene id="end"><Ending id="end" outcome="mixed">End.</Ending></Scene>`,
    })
  const decides = (id: string) =>
    `<Decision id="${id}">\nNow?\n<Choice id="x" goto="end">\nGo there today.\n</Choice>\n<Choice id="y" goto="end">\nStay here today.\n</Choice>\n</Decision>`
  const onward = '<Next goto="b" />'
  const end = '<Next goto="end" />'
  expect(diffCases(scenes(onward, end), scenes(onward, decides('d'))).map(changeText)).toEqual(['decision *d* added'])
  expect(diffCases(scenes(onward, decides('d')), scenes(onward, end)).map(changeText)).toEqual(['decision *d* removed'])
  const swapped = diffCases(scenes(decides('d'), decides('e')), scenes(decides('e'), decides('d')))
  expect(swapped.map(changeText).sort()).toEqual(['decision *d* moved: a → b', 'decision *e* moved: b → a'])
})

test('of a list as few as possible are told as moved', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(30), { minLength: 2, maxLength: 12 }), fc.nat(), fc.nat(), (list, one, other) => {
      const [from, to] = [one % list.length, other % list.length]
      const turned = list.toSpliced(from, 1).toSpliced(to, 0, list[from] ?? 0)
      const { kept, removed, added } = matched(list, turned, String)
      expect([removed, added]).toEqual([[], []])
      expect(kept.filter(({ moved }) => moved !== null).length).toBe(from === to ? 0 : 1)
    }),
  )
})

const MIRRORED = {
  added: 'removed',
  removed: 'added',
  moved: 'moved',
  reworded: 'reworded',
  changed: 'changed',
} as const

test.each(Object.entries(MUTATIONS))('%s is told once and nothing else, forwards and backwards', (_, mutate) => {
  fc.assert(
    fc.property(fc.constantFrom(...CASES), fc.infiniteStream(fc.nat(1000)), (source, numbers) => {
      const mutated = structuredClone(source)
      const expected = mutate(mutated, (count) => (numbers.next().value ?? 0) % count)
      if (expected === null) return
      const { kind, id, change, what } = expected
      const subject = kind === 'case' ? { kind } : id === undefined ? { kind } : { kind, id }
      const found = diffCases(source, mutated)
      expect(found).toHaveLength(1)
      expect(found[0]).toMatchObject({ subject, change, what })
      const back = diffCases(mutated, source)
      expect(back).toHaveLength(1)
      expect(back[0]).toMatchObject({ change: MIRRORED[change] })
      if (change !== 'moved') expect([back[0]?.before, back[0]?.after]).toEqual([found[0]?.after, found[0]?.before])
    }),
    { numRuns: 15 },
  )
})
