import { expect, test } from 'vitest'
import { aCase, aCaseSource } from '../../tests/fixtures/case-makers.ts'
import type { Block, Prose } from './case.ts'
import { parseCase } from './parse-case.ts'

const END = '\n<Scene id="end">\n<Ending id="done" outcome="mixed">\nDone.\n</Ending>\n</Scene>\n'

function proseOf(text: string): Prose {
  const scenes = `<Scene id="a">\n\n${text}\n\n<Next goto="end" />\n</Scene>\n${END}`
  return withoutPlaces(aCase({ scenes }).scenes[0]?.prose ?? [])
}

function withoutPlaces(prose: Prose): Prose {
  return prose.map((block): Block => (block.kind === 'show' ? { ...block, place: { line: 0, column: 0 } } : block))
}

function problemsOf(source: string) {
  return parseCase(source, null).problems.map(({ rule, line }) => [rule, line])
}

test('a case is what its front matter and its scenes say', () => {
  const parsed = aCase()
  expect(parsed).toMatchObject({
    title: 'Six days late',
    people: [],
    claims: [],
    authors: [],
    licence: null,
    language: 'en',
    start: 'monday',
    variables: [
      { kind: 'integer', name: 'trust', start: 2, min: 0, max: 4, label: 'Team trust' },
      { kind: 'boolean', name: 'promised', start: false, label: null },
    ],
    scenes: [
      {
        id: 'monday',
        title: 'Monday, 8:40',
        when: null,
        exit: {
          kind: 'decision',
          id: 'monday',
          execution: 'prioritisation',
          influence: 'stakeholder-influence',
          limit: null,
          asksWorst: true,
          choices: [
            {
              id: 'promise',
              goto: 'end',
              execution: 1,
              influence: 2,
              if: null,
              set: [
                {
                  name: 'trust',
                  value: {
                    kind: 'subtract',
                    left: { kind: 'variable', name: 'trust' },
                    right: { kind: 'literal', value: 1 },
                  },
                },
                { name: 'promised', value: { kind: 'literal', value: true } },
              ],
              text: [{ type: 'paragraph', children: [{ type: 'text', value: 'Tell Dana Friday is fine.' }] }],
              because: [{ type: 'paragraph' }],
              outcome: [{ kind: 'markdown' }],
            },
            { id: 'options', set: [], outcome: [] },
          ],
        },
      },
      { id: 'end', exit: { kind: 'ending', id: 'done', outcome: 'mixed', title: null, reflections: [] } },
    ],
  })
})

test('a case is plain data: it survives a way through JSON', () => {
  expect(JSON.parse(JSON.stringify(aCase()))).toStrictEqual(aCase())
})

test('the front matter may say more', () => {
  const parsed = aCase({
    frontMatter: {
      people: '[{ name: Dana Osei, role: VP Product }]',
      claims: '[trust, delegation]',
      authors: 'Ada',
      licence: 'CC-BY-4.0',
      language: 'de-CH',
      start: 'end',
    },
  })
  expect(parsed).toMatchObject({
    people: [{ name: 'Dana Osei', role: 'VP Product' }],
    claims: ['trust', 'delegation'],
    authors: ['Ada'],
    licence: 'CC-BY-4.0',
    language: 'de-CH',
    start: 'end',
  })
})

test('an element means the same as a block and within a line', () => {
  const block = proseOf('Before.\n\n<Say who="A">\nHello *you*.\n</Say>\n\nAfter.')
  expect(block.map(({ kind }) => kind)).toEqual(['markdown', 'say', 'markdown'])
  expect(proseOf('Before. <Say who="A">Hello *you*.</Say> After.')).toEqual(block)
  expect(proseOf('Before.\n<Say who="A">Hello *you*.</Say>\nAfter.')).toEqual(block)
  expect(proseOf('Before.  \n<Say who="A">{/* c */} Hello *you*.</Say>\\\nAfter.')).toEqual(block)
  const nested = proseOf('<Show if={promised}>\n\n<Say who="A">\nHello\n</Say>\n\n</Show>')
  expect(proseOf('<Show if={promised}><Say who="A">Hello</Say></Show>')).toEqual(nested)
})

test('a choice may be written on one line', () => {
  const [scene] = aCase({
    scenes: `<Scene id="a"><Decision>Well? <Choice id="x" goto="end">Wait. <Outcome>So.</Outcome></Choice> <Choice id="y" goto="end">Act.</Choice></Decision></Scene>\n${END}`,
  }).scenes
  expect(scene?.exit).toMatchObject({
    kind: 'decision',
    question: [{ kind: 'markdown' }],
    choices: [{ id: 'x' }, { id: 'y' }],
  })
})

test('elements and braces inside code are text', () => {
  expect(proseOf('`<Say who={1}>` and `{x}`')).toMatchObject([
    { nodes: [{ children: [{ value: '<Say who={1}>' }, { value: ' and ' }, { value: '{x}' }] }] },
  ])
})

test('a link by reference carries its address, and its definition is no prose', () => {
  const scenes = `<Scene id="a">\n<Next goto="end" if={promised} />\n<Next goto="b" />\n\n[x]: https://example.org\n</Scene>
<Scene id="b">\nSee [this][x].\n<Next goto="end" />\n</Scene>${END}`
  const [router, beat] = aCase({ scenes }).scenes
  expect(router?.prose).toEqual([])
  expect(beat?.prose).toMatchObject([{ nodes: [{ children: [{}, { type: 'link', url: 'https://example.org' }, {}] }] }])
})

test('every artefact is read with its attributes', () => {
  const artefacts = `<Email from="A" to="B" subject="S" at="9:00">\nMail.\n</Email>
<Chat title="C">\n<Message from="A" at="9:01">Hi</Message>\n<Message from="B">Ho</Message>\n</Chat>
<Document title="D">\n- one\n</Document>
<Say who="E">So.</Say>
<Figure src="./a.png" alt="F" caption="G" />
<Aside>\nBy the way.\n</Aside>
<Show if={trust > 1}>\nOnly then.\n</Show>`
  expect(proseOf(artefacts)).toMatchObject([
    { kind: 'email', from: 'A', to: 'B', subject: 'S', at: '9:00', body: [{ type: 'paragraph' }] },
    {
      kind: 'chat',
      title: 'C',
      messages: [
        { from: 'A', at: '9:01' },
        { from: 'B', at: null },
      ],
    },
    { kind: 'document', title: 'D', body: [{ type: 'list' }] },
    { kind: 'say', who: 'E' },
    { kind: 'figure', src: 'a.png', alt: 'F', caption: 'G' },
    { kind: 'aside', title: null },
    { kind: 'show', if: { kind: 'gt' }, prose: [{ kind: 'markdown' }] },
  ])
})

test('all problems are reported, in the order of the source', () => {
  const scenes = `<Scene id="a">\n<Say>Hi</Say>\n<b>bold</b>\n<Next goto="nowhere" />\n</Scene>\n${END}`
  expect(problemsOf(aCaseSource({ scenes, frontMatter: { minutes: '0' } }))).toEqual([
    ['frontmatter/invalid', 7],
    ['mdx/missing-attribute', 12],
    ['mdx/raw-html', 13],
    ['next/unknown-target', 14],
  ])
})

test('several mistakes in code are all reported, and the rest of the file is checked', () => {
  const scenes = `<Scene id="a">\n<Show if={trust >}>\nA\n</Show>\n<Show if={trust ) }>\nB\n</Show>\n<Next goto="nowhere" />\n</Scene>\n${END}`
  expect(problemsOf(aCaseSource({ scenes }))).toEqual([
    ['mdx/syntax', 12],
    ['mdx/syntax', 15],
    ['next/unknown-target', 18],
  ])
})

test('lines count the same whatever the line ends', () => {
  const source = aCaseSource({ frontMatter: { titel: 'a' }, scenes: `<b>\n\n</b>\n${END}` })
  const expected = problemsOf(source)
  expect(problemsOf(`\uFEFF${source.replaceAll('\n', '\r\n')}`)).toEqual(expected)
  expect(problemsOf(source.replaceAll('\n', '\r'))).toEqual(expected)
})

test('one fault is one problem, also where others would follow from it', () => {
  const wrongId = `<Scene id="A">\n<Next goto="end" />\n</Scene>\n<Scene id="b">\n<Next goto="A" if={visited("A")} />\n<Next goto="end" />\n</Scene>${END}`
  expect(problemsOf(aCaseSource({ scenes: wrongId }))).toEqual([['mdx/attribute-value', 11]])
  const noId = wrongId.replace(' id="A"', '')
  expect(problemsOf(aCaseSource({ scenes: noId }))).toEqual([['mdx/missing-attribute', 11]])
  const unknown = wrongId.replace(
    '<Scene id="A">\n<Next goto="end" />\n</Scene>',
    '<Scen id="A">\n<Next goto="end" />\n</Scen>',
  )
  expect(problemsOf(aCaseSource({ scenes: unknown }))).toEqual([['mdx/unknown-component', 11]])
  const noExit = `<Scene id="a">\n<Nxt goto="end" />\n</Scene>${END}`
  expect(problemsOf(aCaseSource({ scenes: noExit }))).toEqual([['mdx/unknown-component', 12]])
  const twice = `${END}<Scene id="end">\n<Next goto="end" />\n</Scene>`
  expect(problemsOf(aCaseSource({ scenes: twice }))).toEqual([['scene/duplicate-id', 17]])
})

test('where the variables can’t be read, their names are not reported as unknown', () => {
  expect(problemsOf(aCaseSource({ frontMatter: { state: '{ trust: 3 }' } }))).toEqual([['frontmatter/invalid', 8]])
  expect(problemsOf(aCaseSource().replace('---\n', ''))).toEqual([['frontmatter/invalid', 1]])
  expect(problemsOf(aCaseSource({ frontMatter: { role: '[' } }))).toHaveLength(1)
})

test('every key that is missing is reported at the opening line', () => {
  expect(problemsOf(`---\n---\n${END}`)).toEqual(Array.from({ length: 6 }, () => ['frontmatter/invalid', 1]))
})
