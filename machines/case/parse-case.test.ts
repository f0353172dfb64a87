import { expect, test } from 'vitest'
import { aCaseSource } from '../../tests/fixtures/case-makers.ts'
import { parseCase } from './parse-case.ts'

/** `¶` marks where the problems are expected, in the order of the source; it is not part of it. */
function withoutMarks(marked: string): { source: string; places: Array<[line: number, column: number]> } {
  const parts = marked.split('¶')
  const places = parts.slice(0, -1).map((_, index): [number, number] => {
    const lines = parts
      .slice(0, index + 1)
      .join('')
      .split('\n')
    return [lines.length, (lines.at(-1) ?? '').length + 1]
  })
  return { source: parts.join(''), places }
}

function problemsOf(source: string, images: ReadonlySet<string> | null = new Set(['rota.png', 'img/a.webp'])) {
  return parseCase(source, images).problems.map(({ rule, line, column }) => [rule, line, column])
}

const END = `
<Scene id="end">
<Ending id="done" outcome="mixed">
Done.
</Ending>
</Scene>
`

/** A file of one scene with prose, and an ending. */
function prose(text: string): string {
  return aCaseSource({ scenes: `<Scene id="a">\n\n${text}\n\n<Next goto="end" />\n</Scene>\n${END}` })
}

/** A file of one scene with the exit, and an ending. */
function exit(mdx: string, end = END): string {
  return aCaseSource({ scenes: `<Scene id="a">\n\n${mdx}\n\n</Scene>\n${end}` })
}

const BECAUSE = '<Because>So it is.</Because>'

/** A file of one decision, which rates execution. Without replacement it has two choices, `x` and `y`. */
function decision({
  attributes = 'execution="objectives"',
  x = 'id="x" goto="end" execution={1}',
  more = '',
  text = `Wait.\n${BECAUSE}`,
}: { attributes?: string; x?: string; more?: string; text?: string } = {}): string {
  return exit(`<Decision ${attributes}>
<Choice ${x}>
${text}
</Choice>
<Choice id="y" goto="end" execution={3}>
Act.
${BECAUSE}
</Choice>
${more}
</Decision>`)
}

/** A file with a condition on a scene's way on. */
function condition(code: string): string {
  return prose(`<Show if={${code}}>\nText.\n</Show>`)
}

function effects(code: string): string {
  return decision({ x: `id="x" goto="end" execution={1} set={${code}}` })
}

function frontMatter(keys: Record<string, string | null>): string {
  return aCaseSource({ frontMatter: keys })
}

/** The rule; a source that breaks it and nothing else, where it is marked; and one like it that doesn't. */
const EXAMPLES: Array<[rule: string, wrong: string, right: string]> = [
  ['mdx/syntax', prose('<Say who="a">\nHello').replace('</Scene>', '¶</Scene>'), prose('<Say who="a">\nHello\n</Say>')],
  ['mdx/syntax', prose('2 <¶3'), prose('2 < 3 and 2 \\<3')],
  ['mdx/syntax', condition('trust >¶'), condition('trust > 1')],
  ['mdx/syntax', condition('trust ¶promised'), condition('promised')],
  ['mdx/syntax', prose('Hello { world¶'), prose('Hello \\{ world')],
  ['mdx/syntax', prose('<Say {¶/* c */} who="a">Hi</Say>'), prose('<Say who="a">Hi {/* c */}</Say>')],
  ['mdx/syntax', prose('Hello {a ¶b}'), prose('Hello `{a b}`')],
  ['mdx/syntax', prose('<Say {...a ¶b} who="a">Hi</Say>'), prose('<Say who="a">Hi</Say>')],
  ['mdx/encoding', `${prose('A')}¶\0`, prose('A')],
  ['mdx/encoding', `${prose('A')}¶\uD800`, prose('A 👋')],
  ['mdx/no-import', aCaseSource({ scenes: `¶import a from 'b'\n${END}` }), prose('We import it')],
  ['mdx/no-import', prose("Text.\n\n¶import { a } from 'b'"), prose('Text\nimport is a word.')],
  ['mdx/no-export', prose('¶export const a = {\n\n  b: 1,\n}'), prose('We export it')],
  ['mdx/no-export', prose('¶export { default } from "b"'), prose('`export default`')],
  ['mdx/no-expression', prose('Hello ¶{name}'), prose('Hello `{name}`')],
  ['mdx/no-expression', prose('¶{}'), prose('{/* a note with a } in it */}')],
  ['mdx/no-expression', prose('- a *b ¶{c}*'), prose('- a *b {/* c */}*')],
  ['mdx/no-expression', prose('¶{process.exit(1)}'), prose('```\n{process.exit(1)}\n```')],
  ['mdx/no-spread', prose('<Say ¶{...a}>Hi</Say>'), prose('<Say who="a">Hi</Say>')],
  ['mdx/raw-html', prose('Some ¶<b>bold</b> text'), prose('Some **bold** text')],
  ['mdx/raw-html', prose('¶<script>\nalert\n</script>'), prose('`<script>`')],
  ['mdx/raw-html', prose('¶<constructor />'), prose('constructor')],
  ['mdx/unknown-component', prose('¶<Sya who="a">Hi</Sya>'), prose('<Say who="a">Hi</Say>')],
  ['mdx/unknown-component', prose('¶<></>'), prose('text')],
  ['mdx/unknown-component', prose('¶<Foo.Say who="a">Hi</Foo.Say>'), prose('<Say who="a">Hi</Say>')],
  ['mdx/unknown-component', prose('¶<__proto__ />'), prose('`__proto__`')],
  ['mdx/unknown-attribute', prose('<Say who="a" ¶mood="b">Hi</Say>'), prose('<Say who="a">Hi</Say>')],
  ['mdx/unknown-attribute', prose('<Say who="a" ¶constructor="b">Hi</Say>'), prose('<Say who="a">Hi</Say>')],
  ['mdx/unknown-attribute', prose('<Say who="a" ¶onClick={b()}>Hi</Say>'), prose('<Say who="a">Hi</Say>')],
  ['mdx/attribute-value', prose('<Say ¶who>Hi</Say>'), prose('<Say who="a">Hi</Say>')],
  ['mdx/attribute-value', prose('<Say ¶who="">Hi</Say>'), prose("<Say who='a'>Hi</Say>")],
  ['mdx/attribute-value', prose('<Say ¶who={"a"}>Hi</Say>'), prose('<Say who="{a}">Hi</Say>')],
  ['mdx/attribute-value', prose('<Say who="a" ¶who="b">Hi</Say>'), prose('<Say who="a">Hi</Say>')],
  ['mdx/attribute-value', prose('<Show ¶if="promised">Hi</Show>'), prose('<Show if={promised}>Hi</Show>')],
  ['mdx/attribute-value', decision({ x: 'id="x" goto="end" ¶execution="1"' }), decision()],
  ['mdx/attribute-value', decision({ x: 'id="x" goto="end" ¶execution={1 + 1}' }), decision()],
  ['mdx/attribute-value', decision({ x: '¶id="X" goto="end" execution={1}' }), decision()],
  [
    'mdx/attribute-value',
    decision({ x: `¶id="${'x'.repeat(65)}" goto="end" execution={1}` }),
    decision({ x: `id="${'x'.repeat(64)}" goto="end" execution={1}` }),
  ],
  [
    'mdx/attribute-value',
    decision({ attributes: 'execution="objectives" ¶worst="false"' }),
    decision({ attributes: 'execution="objectives" worst={false}' }),
  ],
  [
    'mdx/attribute-value',
    decision({ attributes: 'execution="objectives" ¶seconds="30" timeout="x"' }),
    decision({ attributes: 'execution="objectives" seconds={30} timeout="x"' }),
  ],
  [
    'mdx/attribute-value',
    exit('<Ending id="e" ¶outcome="good">\nDone.\n</Ending>'),
    exit('<Ending id="e" outcome="strong">\nDone.\n</Ending>'),
  ],
  ['mdx/missing-attribute', prose('¶<Say>Hi</Say>'), prose('<Say who="a">Hi</Say>')],
  [
    'mdx/missing-attribute',
    exit('¶<Ending id="e">\nDone.\n</Ending>'),
    exit('<Ending id="e" outcome="poor">\nDone.\n</Ending>'),
  ],
  [
    'mdx/misplaced',
    aCaseSource({ scenes: `${END}\n¶After.\n\n- all\n` }),
    aCaseSource({ scenes: `${END}\n{/* After. */}\n` }),
  ],
  ['mdx/misplaced', prose('¶# Title'), prose('### Title')],
  ['mdx/misplaced', prose('¶Title\n---'), prose('Title\n\n---')],
  ['mdx/misplaced', prose('¶<Because>So.</Because>'), decision()],
  ['mdx/misplaced', prose('- ¶<Say who="a">Hi</Say>'), prose('- Hi\n\n<Say who="a">Hi</Say>')],
  ['mdx/misplaced', prose('*so ¶<Say who="a">Hi</Say>*'), prose('*so* <Say who="a">Hi</Say>')],
  ['mdx/misplaced', prose('<Aside>\n¶<Say who="a">Hi</Say>\n</Aside>'), prose('<Aside>\nHi\n</Aside>')],
  ['mdx/misplaced', prose('<Chat>\n¶Hi\n</Chat>'), prose('<Chat>\n<Message from="a">Hi</Message>\n</Chat>')],
  ['mdx/misplaced', exit('<Next goto="end" />\n\n¶After.'), exit('Before.\n\n<Next goto="end" />')],
  ['mdx/misplaced', exit('<Next goto="end">\n¶Text.\n</Next>'), exit('<Next goto="end">\n</Next>')],
  ['mdx/misplaced', decision({ more: '¶After.' }), decision({ more: '{/* After. */}' })],
  [
    'mdx/misplaced',
    decision({ text: `Wait.\n${BECAUSE}\n¶Or not.` }),
    decision({ text: `Wait.\nOr not.\n${BECAUSE}` }),
  ],
  ['mdx/misplaced', decision({ text: `Wait.\n${BECAUSE}\n¶${BECAUSE}` }), decision()],
  ['mdx/misplaced', `${prose('A')}\n¶[a]: https://example.org\n`, prose('[A][a]\n\n[a]: https://example.org')],
  ['mdx/unsafe-url', prose('¶[a](http://example.org)'), prose('[a](https://example.org)')],
  ['mdx/unsafe-url', prose('See ¶http://example.org now'), prose('See https://example.org now')],
  ['mdx/unsafe-url', prose('See ¶www.example.org now'), prose('See `www.example.org` now')],
  ['mdx/unsafe-url', prose('¶[a](JaVaScRiPt:alert)'), prose('[a](mailto:a@example.org) and b@example.org')],
  ['mdx/unsafe-url', prose('¶[a](&#106;avascript:alert)'), prose('[a](#rota)')],
  ['mdx/unsafe-url', prose('¶[a](java&#10;script:alert)'), prose('[a](https://example.org/a%20b?c#d)')],
  ['mdx/unsafe-url', prose('[a][b]\n\n¶[b]: data:text/html,a'), prose('[a][b]\n\n[b]: https://example.org')],
  ['mdx/unsafe-url', prose('Unused.\n\n¶[b]: vbscript:a'), prose('Unused.\n\n[b]: https://example.org')],
  ['mdx/unsafe-url', prose('A note[^1].\n\n[^1]: See ¶[a](/b).'), prose('A note[^1].\n\n[^1]: See [a](#b).')],
  ['mdx/unsafe-url', prose('¶![a](https://example.org/a.png)'), prose('![a](rota.png)')],
  ['mdx/unsafe-url', prose('<Figure ¶src="../rota.png" alt="a" />'), prose('<Figure src="./rota.png" alt="a" />')],
  ['mdx/unsafe-url', prose('<Figure ¶src="rota.svg" alt="a" />'), prose('<Figure src="img/a.webp" alt="a" />')],
  ['mdx/missing-alt', prose('<Figure src="rota.png" ¶alt=" " />'), prose('<Figure src="rota.png" alt="a" />')],
  ['mdx/missing-alt', prose('¶<Figure src="rota.png" />'), prose('<Figure src="rota.png" alt="a" />')],
  ['mdx/missing-alt', prose('¶![](rota.png)'), prose('![a](rota.png)')],
  ['mdx/missing-image', prose('<Figure ¶src="Rota.png" alt="a" />'), prose('<Figure src="rota.png" alt="a" />')],
  ['mdx/missing-image', prose('¶![a](b.png)'), prose('![a](img/a.webp)')],
  ['frontmatter/invalid', `¶${END}`, aCaseSource({ scenes: END })],
  ['frontmatter/invalid', `¶---js\ntitle: a\n---\n${END}`, aCaseSource({ scenes: END })],
  ['frontmatter/invalid', `\n¶---\ntitle: a\n---\n${END}`, aCaseSource({ scenes: END })],
  ['frontmatter/invalid', '¶---\ntitle: a\n', aCaseSource({ scenes: END })],
  ['frontmatter/invalid', `¶${frontMatter({ role: null })}`, frontMatter({})],
  ['frontmatter/invalid', frontMatter({ '¶titel': 'a' }), frontMatter({})],
  ['frontmatter/invalid', frontMatter({ '¶__proto__': 'a' }), frontMatter({})],
  ['frontmatter/invalid', frontMatter({ '¶title': '2024' }), frontMatter({ title: '"2024"' })],
  ['frontmatter/invalid', frontMatter({ '¶title': '"  "' }), frontMatter({ title: 'a' })],
  ['frontmatter/invalid', frontMatter({ '¶summary': 'a'.repeat(201) }), frontMatter({ summary: 'ä'.repeat(200) })],
  ['frontmatter/invalid', frontMatter({ '¶level': 'boss' }), frontMatter({ level: 'senior' })],
  ['frontmatter/invalid', frontMatter({ '¶minutes': '61' }), frontMatter({ minutes: '60' })],
  ['frontmatter/invalid', frontMatter({ '¶minutes': '2.5' }), frontMatter({ minutes: '1' })],
  ['frontmatter/invalid', frontMatter({ claims: '[trust, ¶trusst]' }), frontMatter({ claims: '[trust]' })],
  ['frontmatter/invalid', frontMatter({ people: '[¶{ name: A }]' }), frontMatter({ people: '[{ name: A, role: B }]' })],
  ['frontmatter/invalid', frontMatter({ people: '[{ name: A, role: B, ¶age: 3 }]' }), frontMatter({ people: '[]' })],
  ['frontmatter/invalid', frontMatter({ '¶language': 'de_CH_' }), frontMatter({ language: 'de-CH' })],
  ['frontmatter/invalid', frontMatter({ role: 'a\n¶role: b' }), frontMatter({ role: 'a' })],
  ['frontmatter/invalid', frontMatter({ role: '!!str ¶a' }), frontMatter({ role: 'a' })],
  ['frontmatter/invalid', frontMatter({ role: '[a' }).replace('level:', '¶level:'), frontMatter({})],
  [
    'frontmatter/invalid',
    frontMatter({}).replace('title:', '¶%YAML 1.1\n--- # a\ntitle:'),
    frontMatter({ role: '"%YAML 1.1"' }),
  ],
  [
    'frontmatter/invalid',
    frontMatter({ people: `[${'{ name: &a A, role: *a },'.repeat(10)} { name: A, role: ¶*a }]` }),
    frontMatter({ people: `[${'{ name: &a A, role: *a },'.repeat(10)} { name: A, role: B }]` }),
  ],
  ['frontmatter/invalid', frontMatter({ role: '¶*nobody' }), frontMatter({ role: 'nobody' })],
  [
    'frontmatter/invalid',
    frontMatter({ state: '{ ¶Trust: true }' }),
    frontMatter({ state: '{ trust: true, promised: true }' }).replace(
      'trust: true,',
      'trust: { start: 0, min: 0, max: 1 },',
    ),
  ],
  [
    'frontmatter/invalid',
    frontMatter({ state: '{ ¶visited: true }' }),
    aCaseSource({ frontMatter: { state: '{ constructor: true }' }, scenes: END }),
  ],
  [
    'frontmatter/invalid',
    frontMatter({ state: '{ ¶a: 3 }' }),
    aCaseSource({ frontMatter: { state: '{ a: true }' }, scenes: END }),
  ],
  [
    'frontmatter/invalid',
    frontMatter({ state: '{ ¶a: { start: 0, min: 0 } }' }),
    aCaseSource({ frontMatter: { state: '{ a: { start: 0, min: 0, max: 0 } }' }, scenes: END }),
  ],
  [
    'frontmatter/invalid',
    frontMatter({ state: '{ a: { ¶start: 3, min: 0, max: 2 } }' }),
    aCaseSource({ frontMatter: { state: '{ a: { start: 2, min: 0, max: 2 } }' }, scenes: END }),
  ],
  [
    'frontmatter/invalid',
    frontMatter({ state: '{ a: { start: 0, min: 0, ¶max: 1001 } }' }),
    aCaseSource({ frontMatter: { state: '{ a: { start: 0, min: -1000, max: 1000 } }' }, scenes: END }),
  ],
  ['scene/none', `¶${aCaseSource({ scenes: '{/* nothing yet */}' })}`, aCaseSource({ scenes: END })],
  [
    'scene/duplicate-id',
    aCaseSource({ scenes: `${END}<Scene ¶id="end">\n<Next goto="end" />\n</Scene>` }),
    aCaseSource({ scenes: `${END}<Scene id="end-2">\n<Next goto="end" />\n</Scene>` }),
  ],
  ['scene/no-exit', exit('Text.').replace('<Scene id="a">', '¶<Scene id="a">'), exit('<Next goto="end" />')],
  [
    'scene/many-exits',
    exit('<Next goto="end" />\n\n¶<Ending id="e" outcome="poor">\nDone.\n</Ending>'),
    exit('<Next goto="end" if={promised} />\n\n<Next goto="end" />'),
  ],
  ['scene/unknown-start', frontMatter({ '¶start': 'nowhere' }), frontMatter({ start: 'end' })],
  [
    'ending/duplicate-id',
    exit('<Ending ¶id="done" outcome="poor">\nDone.\n</Ending>')
      .replace('¶', '')
      .replace('id="done" outcome="mixed"', '¶id="done" outcome="mixed"'),
    exit('<Ending id="a" outcome="poor">\nDone.\n</Ending>'),
  ],
  [
    'decision/duplicate-id',
    decision({ attributes: 'execution="objectives" id="other"' }) + decisionScene('¶id="other" '),
    decision({ attributes: 'execution="objectives" id="other"' }) + decisionScene(''),
  ],
  [
    'decision/duplicate-id',
    decision({ attributes: 'execution="objectives" id="b"' }) + decisionScene('').replace('<Decision', '¶<Decision'),
    decision() + decisionScene(''),
  ],
  [
    'decision/choice-count',
    exit('¶<Decision>\n<Choice id="x" goto="end">\nWait.\n</Choice>\n</Decision>'),
    exit(
      '<Decision>\n<Choice id="x" goto="end">\nWait.\n</Choice>\n<Choice id="y" goto="end">\nAct.\n</Choice>\n</Decision>',
    ),
  ],
  [
    'decision/choice-count',
    exit(`¶<Decision>\n${choices(6)}</Decision>`),
    exit(`<Decision>\n${choices(5)}</Decision>`),
  ],
  [
    'decision/unknown-competency',
    decision({ attributes: '¶execution="trust"' }),
    decision({ attributes: 'execution="delegation"' }),
  ],
  [
    'decision/timeout',
    decision({ attributes: 'execution="objectives" ¶seconds={30}' }),
    decision({ attributes: 'execution="objectives" seconds={30} timeout="y"' }),
  ],
  [
    'decision/timeout',
    decision({ attributes: 'execution="objectives" ¶timeout="x"' }),
    decision({ attributes: 'execution="objectives" seconds={5} timeout="x"' }),
  ],
  [
    'decision/timeout',
    decision({ attributes: 'execution="objectives" ¶seconds={3601} timeout="x"' }),
    decision({ attributes: 'execution="objectives" seconds={5} timeout="x"' }),
  ],
  [
    'decision/timeout',
    decision({ attributes: 'execution="objectives" ¶seconds={4} timeout="x"' }),
    decision({ attributes: 'execution="objectives" seconds={3600} timeout="x"' }),
  ],
  [
    'decision/timeout',
    decision({ attributes: 'execution="objectives" seconds={30} ¶timeout="z"' }),
    decision({ attributes: 'execution="objectives" seconds={30} timeout="x"' }),
  ],
  [
    'decision/timeout',
    decision({
      attributes: 'execution="objectives" seconds={30} ¶timeout="x"',
      x: 'id="x" goto="end" execution={1} if={promised}',
    }),
    decision({
      attributes: 'execution="objectives" seconds={30} timeout="y"',
      x: 'id="x" goto="end" execution={1} if={promised}',
    }),
  ],
  [
    'choice/duplicate-id',
    decision({ x: 'id="y" goto="end" execution={1}' }).replace(
      'id="y" goto="end" execution={3}',
      '¶id="y" goto="end" execution={3}',
    ),
    decision(),
  ],
  [
    'choice/unknown-target',
    decision({ x: 'id="x" ¶goto="nowhere" execution={1}' }),
    decision({ x: 'id="x" goto="a" execution={1}' }),
  ],
  ['choice/unknown-target', decision({ x: 'id="x" ¶goto="constructor" execution={1}' }), decision()],
  [
    'choice/rating',
    decision({ x: 'id="x" goto="end"' }).replace('<Choice id="x"', '¶<Choice id="x"'),
    decision({ x: 'id="x" goto="end" execution={0}' }),
  ],
  [
    'choice/rating',
    decision({ x: 'id="x" goto="end" ¶execution={5}' }),
    decision({ x: 'id="x" goto="end" execution={4}' }),
  ],
  ['choice/rating', decision({ x: 'id="x" goto="end" ¶execution={-1}' }), decision()],
  ['choice/rating', decision({ x: 'id="x" goto="end" ¶execution={2.5}' }), decision()],
  ['choice/rating', decision({ x: 'id="x" goto="end" execution={1} ¶influence={1}' }), decision()],
  ['choice/no-because', decision({ text: 'Wait.' }).replace('<Choice id="x"', '¶<Choice id="x"'), decision()],
  [
    'choice/no-because',
    decision({ text: 'Wait.\n<Because>{/* later */}</Because>' }).replace('<Choice id="x"', '¶<Choice id="x"'),
    decision(),
  ],
  [
    'choice/no-text',
    decision({ text: BECAUSE }).replace('<Choice id="x"', '¶<Choice id="x"'),
    decision({ text: `![Wait](rota.png)\n\n${BECAUSE}` }),
  ],
  ['scene/duplicate-id', decision() + decisionScene('').replace('id="b"', '¶id="a"'), decision() + decisionScene('')],
  ['next/unknown-target', exit('<Next ¶goto="nowhere" />'), exit('<Next goto="end" />')],
  [
    'next/no-default',
    exit('<Next goto="end" if={promised} />\n\n¶<Next goto="end" if={!promised} />'),
    exit('<Next goto="end" if={promised} />\n\n<Next goto="end" />'),
  ],
  [
    'next/unreachable',
    exit('<Next goto="end" />\n\n¶<Next goto="end" if={promised} />'),
    exit('<Next goto="end" if={promised} />\n\n<Next goto="end" />'),
  ],
  ['expression/not-allowed', condition('¶trust / 2 > 1'), condition('trust * 2 > 1')],
  ['expression/not-allowed', condition('trust > ¶1000001'), condition('trust > 1000000')],
  ['expression/not-allowed', condition('trust > ¶0x1'), condition('trust > 0')],
  ['expression/not-allowed', condition('trust > ¶1.0'), condition('trust > 1')],
  ['expression/not-allowed', condition('trust > ¶1e1'), condition('trust > 10')],
  ['expression/not-allowed', condition('trust > ¶1_0'), condition('trust > -10')],
  ['expression/not-allowed', condition('trust > ¶1n'), condition('trust > ((((1))))')],
  ['expression/not-allowed', condition('trust > ¶+1'), condition('trust > - 1')],
  ['expression/not-allowed', condition('¶visited'), condition('visited("end")')],
  ['expression/not-allowed', condition('¶visited(promised)'), condition("visited('a')")],
  ['expression/not-allowed', condition('¶visited("a", "end")'), condition('visited("a") /* and */ && visited("end")')],
  ['expression/not-allowed', condition('¶visited?.("a")'), condition('visited("a")')],
  ['expression/not-allowed', condition('¶visited(`a`)'), condition('visited("a")')],
  ['expression/not-allowed', condition('¶chose("a")'), condition('!visited("a")')],
  ['expression/not-allowed', condition('¶trust = 1'), condition('trust == 1')],
  ['expression/not-allowed', condition('¶promised ?? true'), condition('promised || true')],
  ['expression/not-allowed', condition('¶(() => true)()'), condition('(true)')],
  ['expression/not-allowed', condition('¶globalThis.process'), condition('promised !== true')],
  ['expression/not-allowed', condition('¶import("a")'), condition('promised === true')],
  ['expression/not-allowed', condition('¶<b />'), condition('trust <= 1 ? promised : false')],
  ['expression/not-allowed', condition('¶{ a: 1 }'), condition('true')],
  ['expression/not-allowed', effects('¶1'), effects('{}')],
  ['expression/not-allowed', effects('{ trust: 1, ¶trust: 2 }'), effects('{ trust: 1, promised: false }')],
  ['expression/not-allowed', effects('{ ¶["trust"]: 1 }'), effects('{ trust: 1 }')],
  ['expression/not-allowed', effects('{ ¶[trust]: 1 }'), effects('{ trust: trust }')],
  ['expression/not-allowed', effects('{ ¶"trust": 1 }'), effects('{ trust: (1) }')],
  ['expression/not-allowed', effects('{ ¶trust }'), effects('{ trust: trust }')],
  ['expression/not-allowed', effects('{ ¶...trust }'), effects('{ trust: trust + 1 }')],
  ['expression/not-allowed', effects('{ ¶trust() {} }'), effects('{ trust: -trust }')],
  ['expression/not-allowed', effects('{ ¶get trust() { return 1 } }'), effects('{ trust: 0 }')],
  ['expression/unknown-name', condition('¶trusst > 1'), condition('trust > 1')],
  ['expression/unknown-name', condition('¶constructor'), condition('promised')],
  ['expression/unknown-name', condition('¶visited("nowhere")'), condition('visited("end")')],
  ['expression/unknown-name', condition('¶chose("a", "x")'), condition('promised')],
  [
    'expression/unknown-name',
    decision({ x: 'id="x" goto="end" execution={1} if={¶chose("a", "z")}' }),
    decision({ x: 'id="x" goto="end" execution={1} if={chose("a", "y")}' }),
  ],
  ['expression/unknown-name', effects('{ ¶trusst: 1 }'), effects('{ trust: 1 }')],
  ['expression/unknown-name', effects('{ ¶__proto__: 1 }'), effects('{ trust: 1 }')],
  ['expression/type', condition('¶trust'), condition('trust > 0')],
  ['expression/type', condition('¶trust && promised'), condition('trust > 1 && promised')],
  ['expression/type', condition('!¶trust'), condition('!promised')],
  ['expression/type', condition('-¶promised > 1'), condition('-trust > 1')],
  ['expression/type', condition('trust == ¶promised'), condition('promised == promised')],
  ['expression/type', condition('¶1 < trust < 3'), condition('1 < trust && trust < 3')],
  ['expression/type', condition('trust > 1 ? promised : ¶trust'), condition('trust > 1 ? promised : true')],
  ['expression/type', condition('\n// a comment\n¶1 /* and */ + 1'), condition('\n// a comment\n1 /* and */ == 1')],
  ['expression/type', effects('{ trust: ¶true }'), effects('{ trust: 1, promised: true }')],
]

function choices(count: number): string {
  const ids = Array.from({ length: count }, (_, index) => `c${index}`)
  return ids.map((id) => `<Choice id="${id}" goto="end">\nOption ${id}.\n</Choice>\n`).join('')
}

function decisionScene(attributes: string): string {
  return `\n<Scene id="b">\n<Decision ${attributes}execution="objectives">
<Choice id="x" goto="end" execution={1}>\nWait.\n${BECAUSE}\n</Choice>
<Choice id="y" goto="end" execution={2}>\nAct.\n${BECAUSE}\n</Choice>
</Decision>\n</Scene>\n`
}

test('a case needs no variables', () => {
  expect(problemsOf(aCaseSource({ frontMatter: { state: null }, scenes: END }))).toEqual([])
})

test.each(EXAMPLES)('%s is reported, alone and in its place: %#', (rule, marked) => {
  const { source, places } = withoutMarks(marked)
  expect(places).toHaveLength(1)
  expect(problemsOf(source)).toEqual(places.map(([line, column]) => [rule, line, column]))
})

test.each(EXAMPLES)('%s is not reported of what is right: %#', (_rule, _wrong, right) => {
  expect(problemsOf(right)).toEqual([])
})
