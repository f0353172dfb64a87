import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aCase, aCaseSource } from '../../../tests/fixtures/case-makers.ts'
import type { Case, Choice, Decision, Ending, Markdown, Prose, Rating, Scene } from '../case.ts'
import type { Expression } from '../expression.ts'
import { parseCase } from '../parse-case.ts'
import { decisionsOf } from '../quality.ts'
import { changeText } from './change.ts'
import type { Change } from './change.ts'
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

/** One change of a case, made in place; what it must be told as, or null where the case has nothing to change like this. */
type Mutation = (source: Case, pick: (count: number) => number) => Expected | null
type Expected = Pick<Change, 'change' | 'what'> & { kind: Change['subject']['kind']; id?: string }

const TEXT: Markdown = [
  { type: 'paragraph', children: [{ type: 'text', value: 'Something that nobody has written.' }] },
]
const PROSE: Prose = [{ kind: 'markdown', nodes: TEXT }]
const PLACE = { line: 1, column: 1 }
const CONDITION: Expression = { kind: 'visited', scene: 'nowhere' }

function someScene(source: Case, pick: (count: number) => number): Scene {
  return source.scenes[pick(source.scenes.length)] ?? fail()
}

function someDecision(source: Case, pick: (count: number) => number): Decision {
  const decisions = decisionsOf(source.scenes)
  return decisions[pick(decisions.length)] ?? fail()
}

function someEnding(source: Case, pick: (count: number) => number): Ending {
  const endings = source.scenes.flatMap(({ exit }) => (exit.kind === 'ending' ? [exit] : []))
  return endings[pick(endings.length)] ?? fail()
}

function fail(): never {
  throw new Error('Expected something to change')
}

function ofScene(mutate: (scene: Scene) => void, change: Change['change'], what: string): Mutation {
  return (source, pick) => {
    const scene = someScene(source, pick)
    mutate(scene)
    return { kind: 'scene', id: scene.id, change, what }
  }
}

function ofDecision(mutate: (decision: Decision) => void, change: Change['change'], what: string): Mutation {
  return (source, pick) => {
    const decision = someDecision(source, pick)
    mutate(decision)
    return { kind: 'decision', id: decision.id, change, what }
  }
}

function ofOption(mutate: (choice: Choice) => void, change: Change['change'], what: string): Mutation {
  return (source, pick) => {
    const { choices } = someDecision(source, pick)
    const choice = choices[pick(choices.length)] ?? fail()
    mutate(choice)
    return { kind: 'option', id: choice.id, change, what }
  }
}

function other(rating: Rating | null): Rating {
  return rating === 4 ? 3 : 4
}

/** Takes one out of a list and puts it in at another place. */
function move<T>(list: Array<T>, pick: (count: number) => number): boolean {
  if (list.length < 2) return false
  const from = pick(list.length)
  const [item = fail()] = list.splice(from, 1)
  const to = pick(list.length)
  list.splice(to === from ? (to + 1) % (list.length + 1) : to, 0, item)
  return true
}

const MUTATIONS: Record<string, Mutation> = {
  'a detail': (source) => {
    source.setting += ' by the sea'
    return { kind: 'case', change: 'changed', what: 'setting' }
  },
  'a claim': (source) => {
    source.claims.push('resources', 'resources')
    return { kind: 'case', change: 'changed', what: 'claims' }
  },
  'a variable added': (source) => {
    source.variables.push({ kind: 'boolean', name: 'fresh', start: false, label: null, place: PLACE })
    return { kind: 'variable', id: 'fresh', change: 'added', what: null }
  },
  'a variable removed': (source, pick) => {
    const [variable = fail()] = source.variables.splice(pick(source.variables.length), 1)
    return { kind: 'variable', id: variable.name, change: 'removed', what: null }
  },
  'a label': (source, pick) => {
    const variable = source.variables[pick(source.variables.length)] ?? fail()
    variable.label = 'Some label that it had not'
    return { kind: 'variable', id: variable.name, change: 'changed', what: 'label' }
  },
  'a scene added': (source, pick) => {
    source.scenes.splice(pick(source.scenes.length), 0, { ...structuredClone(ENDING_SCENE) })
    return { kind: 'scene', id: 'fresh', change: 'added', what: null }
  },
  'a scene removed': (source, pick) => {
    const [scene = fail()] = source.scenes.splice(pick(source.scenes.length), 1)
    return { kind: 'scene', id: scene.id, change: 'removed', what: null }
  },
  'a scene moved': (source, pick) =>
    move(source.scenes, pick) ? { kind: 'scene', change: 'moved', what: null } : null,
  'a title': ofScene((scene) => (scene.title = 'A title that it had not'), 'changed', 'title'),
  'a time': ofScene((scene) => (scene.when = 'One day'), 'changed', 'when'),
  'a paragraph': ofScene((scene) => scene.prose.push(...PROSE), 'reworded', 'prose'),
  'a shown paragraph': ofScene(
    (scene) => scene.prose.push({ kind: 'show', if: CONDITION, prose: PROSE, place: PLACE }),
    'reworded',
    'prose',
  ),
  'a question': ofDecision((decision) => decision.question.push(...PROSE), 'reworded', 'question'),
  'a limit': ofDecision((decision) => (decision.limit = { seconds: 77, choice: 'x' }), 'changed', 'limit'),
  'whether the worst is asked for': ofDecision(
    (decision) => (decision.asksWorst = !decision.asksWorst),
    'changed',
    'asks for the most harmful',
  ),
  'a tag': ofDecision(
    (decision) => (decision.execution = decision.execution === 'resources' ? 'objectives' : 'resources'),
    'changed',
    'execution',
  ),
  'an option added': (source, pick) => {
    const { choices } = someDecision(source, pick)
    choices.splice(pick(choices.length), 0, { ...structuredClone(choices[0] ?? fail()), id: 'fresh' })
    return { kind: 'option', id: 'fresh', change: 'added', what: null }
  },
  'an option removed': (source, pick) => {
    const { choices } = someDecision(source, pick)
    const [choice = fail()] = choices.splice(pick(choices.length), 1)
    return { kind: 'option', id: choice.id, change: 'removed', what: null }
  },
  'an option moved': (source, pick) =>
    move(someDecision(source, pick).choices, pick) ? { kind: 'option', change: 'moved', what: null } : null,
  'a rating on execution': ofOption((choice) => (choice.execution = other(choice.execution)), 'changed', 'execution'),
  'a rating on influence': ofOption((choice) => (choice.influence = other(choice.influence)), 'changed', 'influence'),
  'a target': ofOption((choice) => (choice.goto = 'nowhere'), 'changed', 'goto'),
  'a condition': ofOption((choice) => (choice.if = CONDITION), 'changed', 'if'),
  'an effect': ofOption(
    (choice) => choice.set.push({ name: 'fresh', value: { kind: 'literal', value: 1 } }),
    'changed',
    'set fresh',
  ),
  'the text of an option': ofOption((choice) => (choice.text = TEXT), 'reworded', 'text'),
  'a reason': ofOption((choice) => (choice.because = TEXT), 'reworded', 'reason'),
  'an outcome': ofOption((choice) => choice.outcome.push(...PROSE), 'reworded', 'outcome'),
  'an ending’s outcome': (source, pick) => {
    const ending = someEnding(source, pick)
    ending.outcome = ending.outcome === 'strong' ? 'poor' : 'strong'
    return { kind: 'ending', id: ending.id, change: 'changed', what: 'outcome' }
  },
  'a reflection': (source, pick) => {
    const ending = someEnding(source, pick)
    ending.reflections.push(TEXT)
    return { kind: 'ending', id: ending.id, change: 'added', what: `reflection ${ending.reflections.length}` }
  },
  'a decision in place of an ending': (source, pick) => {
    const scene = source.scenes.find(({ exit }) => exit.kind === 'ending') ?? fail()
    scene.exit = { ...structuredClone(someDecision(source, pick)), id: 'fresh' }
    return { kind: 'decision', id: 'fresh', change: 'added', what: null }
  },
}

const ENDING_SCENE: Scene = {
  id: 'fresh',
  title: null,
  when: null,
  prose: [],
  exit: { kind: 'ending', id: 'fresh', outcome: 'mixed', title: null, prose: [], reflections: [], place: PLACE },
  place: PLACE,
}

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
