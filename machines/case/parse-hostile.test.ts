import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aCaseSource } from '../../tests/fixtures/case-makers.ts'
import { parseCase } from './parse-case.ts'
import { decodeSource, MAX_BYTES, normaliseSource } from './source.ts'

const DEEP = 10_000

function inProse(text: string): string {
  return aCaseSource({
    scenes: `<Scene id="a">\n\n${text}\n\n<Ending id="e" outcome="poor">\nDone.\n</Ending>\n</Scene>\n`,
  })
}

function inCondition(code: string): string {
  return inProse(`<Show if={${code}}>\nText.\n</Show>`)
}

function rulesOf(source: string): Array<string> {
  return parseCase(source, null).problems.map(({ rule }) => rule)
}

const TOO_DEEP: Array<[what: string, source: string]> = [
  ['quotes', inProse('>'.repeat(DEEP))],
  ['spaced quotes', inProse(`${'> '.repeat(DEEP)}a`)],
  ['lists on a line', inProse(`${'- '.repeat(DEEP)}a`)],
  ['ordered lists on a line', inProse(`${'1. '.repeat(DEEP)}a`)],
  ['mixed containers', inProse(`${'> - 1. '.repeat(DEEP)}a`)],
  ['lists by indentation', inProse(Array.from({ length: 300 }, (_, i) => `${'  '.repeat(i)}- a`).join('\n'))],
  ['brackets', inProse(`${'['.repeat(DEEP)}a${']'.repeat(DEEP)}`)],
  ['images', inProse(`${'!['.repeat(DEEP)}a${'](a.png)'.repeat(DEEP)}`)],
  ['emphasis', inProse(`${'*'.repeat(DEEP)}a${'*'.repeat(DEEP)}`)],
  ['emphasis word by word', inProse(`${'*a **b '.repeat(1000)}${'c** d* '.repeat(1000)}`)],
  ['elements', inProse(`${'<Show if={true}>'.repeat(DEEP)}a${'</Show>'.repeat(DEEP)}`)],
  ['elements as blocks', inProse(`${'<Show if={true}>\n\n'.repeat(1000)}a\n\n${'</Show>\n\n'.repeat(1000)}`)],
  ['101 elements', inProse(`${'<Show if={true}>\n'.repeat(101)}a\n${'</Show>\n'.repeat(101)}`)],
  ['braces', inProse(`${'{'.repeat(DEEP)}${'}'.repeat(DEEP)}`)],
  ['parentheses', inCondition(`${'('.repeat(DEEP)}true${')'.repeat(DEEP)}`)],
  ['101 parentheses', inCondition(`${'('.repeat(101)}true${')'.repeat(101)}`)],
  ['parentheses hidden in a regular expression', inCondition(`/"/ + ${'('.repeat(DEEP)}`)],
  ['negations', inCondition(`${'!'.repeat(DEEP)}true`)],
  ['101 negations', inCondition(`${'!'.repeat(101)}true`)],
  ['sums', inCondition(`${'1 + '.repeat(DEEP)}1 > 0`)],
  ['conditions', inCondition(`${'true ? true : '.repeat(DEEP)}true`)],
  ['arrows', inCondition(`${'a=>'.repeat(DEEP)}a`)],
  ['templates', inCondition('`${'.repeat(DEEP))],
  ['YAML lists', aCaseSource({ frontMatter: { state: '['.repeat(DEEP) } })],
  ['YAML maps', aCaseSource({ frontMatter: { state: '{'.repeat(DEEP) } })],
  ['YAML maps with keys', aCaseSource({ frontMatter: { state: `${'{a: '.repeat(DEEP)}1${'}'.repeat(DEEP)}` } })],
  ['YAML block lists', aCaseSource({ frontMatter: { state: `\n  ${'- '.repeat(DEEP)}a` } })],
  ['YAML keys', aCaseSource({ frontMatter: { state: `\n  ${'? '.repeat(DEEP)}a` } })],
]

test.each(TOO_DEEP)('a file with deep nesting is too large: %s', (_what, source) => {
  expect(rulesOf(source)).toEqual(['mdx/too-large'])
})

test('a hundred levels are not too deep', () => {
  const { problems } = parseCase(inProse(`${'<Show if={true}>\n'.repeat(97)}a\n${'</Show>\n'.repeat(97)}`), null)
  expect(problems).toEqual([])
  expect(rulesOf(inCondition(`${'('.repeat(100)}true${')'.repeat(100)}`))).toEqual([])
  expect(rulesOf(inProse(`${'> '.repeat(97)}a`))).toEqual([])
})

test('fenced code may hold what would be too much as text', () => {
  expect(rulesOf(inProse(`~~~\n${'['.repeat(DEEP)}\n${'> '.repeat(DEEP)}\n~~~`))).toEqual([])
  expect(rulesOf(inProse(`\`\`\`\n${'{ [ < * _\n'.repeat(DEEP / 10)}\`\`\``))).toEqual([])
})

const UNITS = [
  '*',
  '[',
  ']',
  '<',
  '`',
  '_a_',
  '![',
  '*a **b ',
  '<a ',
  '{',
  '}',
  '> ',
  '1. ',
  'a*',
  '===\n',
  '{/*}',
  '\\',
  '&',
]

test.each(UNITS)('a mebibyte of %j is answered within seconds', (unit) => {
  const source = inProse('¶')
  const room = MAX_BYTES - new TextEncoder().encode(source).length
  const started = performance.now()
  parseCase(source.replace('¶', unit.repeat(room / unit.length)), null)
  expect(performance.now() - started).toBeLessThan(5000)
})

test.each(['[', '{', '- ', '"', 'a: ', '&a '])('a mebibyte of YAML, %j, is answered within seconds', (unit) => {
  const started = performance.now()
  parseCase(`---\ntitle: ${unit.repeat((MAX_BYTES - 100) / unit.length)}\n---\n`, null)
  expect(performance.now() - started).toBeLessThan(5000)
})

test('aliases can not multiply', () => {
  const bomb = 'a: &a [1, 1, 1]\nb: &b [*a, *a, *a]\nc: &c [*b, *b, *b]\nd: &d [*c, *c, *c]\ne: [*d, *d, *d]'
  expect(rulesOf(`---\n${bomb}\n---\n`)).toContain('frontmatter/invalid')
  expect(rulesOf(`---\n${'a: &a [*a]'}\n---\n`)).toContain('frontmatter/invalid')
})

test('front matter that other tools would run is refused', () => {
  const found = parseCase('---js\n{ title: (globalThis.wasRun = true) }\n---\n', null)
  expect(found.problems.map(({ rule }) => rule)).toEqual(['frontmatter/invalid', 'scene/none'])
  expect('wasRun' in globalThis).toBe(false)
})

test('names of things that every object has are names like others', () => {
  const names = ['constructor', 'toString', 'valueOf', 'hasOwnProperty']
  for (const name of names) {
    const scenes = `<Scene id="${name.toLowerCase()}">\n<Next goto="end" if={${name}} />\n<Next goto="end" />\n</Scene>
<Scene id="end">\n<Ending id="e" outcome="poor">\nDone.\n</Ending>\n</Scene>\n`
    expect(rulesOf(aCaseSource({ scenes, frontMatter: { state: `{ ${name}: true }` } }))).toEqual([])
    expect(rulesOf(aCaseSource({ scenes }))).toEqual(['expression/unknown-name'])
  }
  expect(Object.getPrototypeOf({})).toBe(Object.prototype)
})

function expectAnswer(source: string): void {
  const { case: found, problems } = parseCase(source, new Set())
  expect(found === null).toBe(problems.some(({ severity }) => severity === 'error'))
  const lines = normaliseSource(source).split('\n')
  for (const { line, column } of problems) {
    expect(line).toBeGreaterThanOrEqual(1)
    expect(line).toBeLessThanOrEqual(lines.length)
    expect(column).toBeGreaterThanOrEqual(1)
    expect(column).toBeLessThanOrEqual((lines[line - 1] ?? '').length + 1)
  }
}

test('any text gets a case or problems, each of them within the text', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), expectAnswer), { numRuns: 300 })
})

const PARTS = [
  '---\n',
  '\n',
  '\n\n',
  ' ',
  '  ',
  '- ',
  '> ',
  '# ',
  '```',
  '`',
  '*',
  '_',
  '[',
  ']',
  '(',
  ')',
  '![',
  '<',
  '>',
  '/>',
  '</',
  '{',
  '}',
  '{/*',
  '*/}',
  '"',
  '=',
  ':',
  '|',
  'a',
  '1',
  'Scene',
  'Show',
  'Say',
  'Choice',
  ' id="a"',
  ' if={',
  'https://a.b',
  'a@b.c',
  'www.a.b',
  '[^a]',
  '[a]: ',
  'import ',
  'export ',
  '&amp;',
  '\\',
  '\t',
  '\r',
  'trust',
  '<Show if={true}>',
  '</Show>',
  '<b>',
  '\u00A0',
  '?',
  '&&',
]

test('any mixture of the marks of the language gets an answer', () => {
  const mixture = fc.array(fc.constantFrom(...PARTS), { maxLength: 40 }).map((parts) => parts.join(''))
  fc.assert(
    fc.property(mixture, fc.boolean(), (text, isProse) => expectAnswer(isProse ? inProse(text) : text)),
    { numRuns: 400 },
  )
})

test('any bytes are decoded or refused', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const decoded = decodeSource(bytes)
      if ('text' in decoded) expectAnswer(decoded.text)
      else expect(decoded.problem.rule).toBe('mdx/encoding')
    }),
    { numRuns: 300 },
  )
})

const RICH = aCaseSource({
  scenes: `<Scene id="a" title="T" when="W">

Prose *with* [a link](https://example.org), \`code\` and {/* a comment */} a note[^1].

[^1]: The note.

| a | b |
|---|---|
| 1 | 2 |

<Email from="A" to="B" subject="S" at="9:00">
- one
- two
</Email>

<Chat title="C">
<Message from="A" at="9:01">Hi</Message>
</Chat>

<Show if={trust > 1 && !promised}>
<Figure src="a.png" alt="A" caption="C" /> and <Say who="B">so</Say>
</Show>

<Decision execution="objectives" influence="trust" seconds={30} timeout="x" worst={false}>
Well?
<Choice id="x" goto="b" execution={1} influence={2} set={{ trust: trust - 1, promised: true }}>
Wait.
<Because>So.</Because>
<Outcome>Hm.</Outcome>
</Choice>
<Choice id="y" goto="b" execution={3} influence={0} if={visited("a") || chose("a", "x")}>
Act.
<Because>So.</Because>
</Choice>
</Decision>
</Scene>

<Scene id="b">
<Next goto="a" if={trust === 0} />
<Next goto="end" />
</Scene>

<Scene id="end">
<Ending id="e" outcome="strong" title="E">
Done.
<Reflect>And?</Reflect>
</Ending>
</Scene>
`,
})

test('any mutation of a valid case gets an answer', () => {
  expect(parseCase(RICH, null).problems).toEqual([])
  const slice = fc.tuple(fc.nat(RICH.length), fc.nat(40))
  const mutation = fc.record({
    kind: fc.constantFrom('delete', 'duplicate', 'insert', 'swap'),
    at: slice,
    other: slice,
    text: fc.oneof(fc.constantFrom(...PARTS), fc.string({ maxLength: 5 })),
  })
  fc.assert(
    fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), (mutations) => {
      expectAnswer(mutations.reduce(mutate, RICH))
    }),
    { numRuns: 250 },
  )
})

type Mutation = { kind: string; at: [number, number]; other: [number, number]; text: string }

function mutate(source: string, { kind, at, other, text }: Mutation): string {
  const [start, length] = at
  const taken = source.slice(start, start + length)
  const without = source.slice(0, start) + source.slice(start + length)
  if (kind === 'delete') return without
  if (kind === 'insert') return source.slice(0, start) + text + source.slice(start)
  if (kind === 'duplicate') return source.slice(0, other[0]) + taken + source.slice(other[0])
  return without.slice(0, other[0]) + taken + without.slice(other[0])
}
